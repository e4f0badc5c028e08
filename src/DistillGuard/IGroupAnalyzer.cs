// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;

namespace DistillGuard;

/// <summary>Looks at one candidate group and says what speaks for a campaign. The analysis plane calls it every few minutes of traffic time.</summary>
/// <remarks>
/// One thread calls at a time. An analyzer keeps no state and reads no clock; it may allocate, since no request waits for it. One that throws is counted
/// and skipped.
/// </remarks>
public interface IGroupAnalyzer
{
    /// <summary>The stable name, lower case with hyphens.</summary>
    string Name { get; }

    /// <summary>Looks at a group.</summary>
    /// <param name="group">The group; valid during the call only.</param>
    /// <param name="signals">Where evidence goes.</param>
    void Analyze(in GroupView group, ref SignalBuffer signals);
}
