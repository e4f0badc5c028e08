// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Testing.BadDetectors;

/// <summary>Descriptions of signals: one complete, and the ways to get one wrong.</summary>
internal static class Sayings
{
    public static SignalInfo Complete { get; } = Make();

    public static SignalInfo Policy { get; } = new()
    {
        Id = "policy.test",
        Title = "A policy outcome",
        Family = SignalFamily.Origin,
        Reason = "the region {2} is not supported",
        Innocent = "everybody there.",
        References = ["a public source"],
        IsPolicy = true,
    };

    public static SignalInfo Make(
        string id = "content.test",
        string title = "Says something",
        string reason = "{0} is more than {1} {2}",
        string innocent = "anybody.",
        params string[] references) => new()
        {
            Id = id,
            Title = title,
            Family = SignalFamily.Content,
            Reason = reason,
            Innocent = innocent,
            References = references.Length == 0 ? ["a public source"] : references,
        };
}
