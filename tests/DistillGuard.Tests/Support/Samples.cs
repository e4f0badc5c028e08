// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.Support;

/// <summary>Requests, outcomes and signals with nothing special about them.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly byte[] Secret = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    public static InferenceRequest Request(string account, DateTimeOffset? time = null, RequestBuffer? content = null) => new()
    {
        Time = time ?? Start,
        Caller = new Caller { Account = account },
        Content = content is null ? default : content.Content,
    };

    public static InferenceOutcome Outcome(SubjectKeys subjects, int status = 200) => new()
    {
        Subjects = subjects,
        Time = Start,
        Status = status,
    };

    public static SignalInfo Info(
        SignalFamily family, string id = "test.sample", bool isPolicy = false, bool isConclusive = false) => new()
        {
            Id = id,
            Title = "Does what the test says",
            Family = family,
            Reason = "{0:F0} seen, {1:F0} usual",
            Innocent = "a test.",
            IsPolicy = isPolicy,
            IsConclusive = isConclusive,
        };

    public static Signal Signal(SignalFamily family, float weight) => new(Info(family), weight, 3, 1);
}
