// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

/// <summary>How far to go in asking for the memory of a profile. Each step looks at what the one before asked for.</summary>
internal enum PrefetchStep
{
    /// <summary>The bucket that leads to it.</summary>
    Bucket,

    /// <summary>Its entry.</summary>
    Entry,

    /// <summary>Its state.</summary>
    State,
}
