// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>What was read of a part, ready to be applied.</summary>
internal abstract class PreparedPart
{
    private protected PreparedPart(string path) => Path = path;

    /// <summary>The part's path.</summary>
    public string Path { get; }

    /// <summary>Applies it to the guard being built, if it is about the guard.</summary>
    public abstract void Apply(DistillationGuardBuilder builder);
}
