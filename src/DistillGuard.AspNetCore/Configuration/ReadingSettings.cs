// SPDX-License-Identifier: MIT

using DistillGuard.Apis;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>How large a body may be, as an operator writes it.</summary>
internal sealed class ReadingSettings : IGuardOptions
{
    /// <summary>Longest body that is evaluated, in bytes. 1,024 to 268,435,456; default 1,048,576.</summary>
    public int MaxBodyBytes { get; set; } = RequestReaderLimits.Default.MaxBodyBytes;

    /// <summary>Deepest nesting of objects and arrays. 16 to 512; default 64: up to there a body is read without allocation.</summary>
    public int MaxDepth { get; set; } = RequestReaderLimits.Default.MaxDepth;

    /// <summary>Most pieces of text in one request. 1 to 1,048,576; default 4,096.</summary>
    public int MaxParts { get; set; } = RequestReaderLimits.Default.MaxParts;

    public RequestReaderLimits ToLimits() => new() { MaxBodyBytes = MaxBodyBytes, MaxDepth = MaxDepth, MaxParts = MaxParts };

    public void Validate(OptionsProblems problems)
    {
        Try(problems, () => new RequestReaderLimits { MaxBodyBytes = MaxBodyBytes });
        Try(problems, () => new RequestReaderLimits { MaxDepth = MaxDepth });
        Try(problems, () => new RequestReaderLimits { MaxParts = MaxParts });
    }

    // The limits know their ranges themselves.
    private static void Try(OptionsProblems problems, Func<RequestReaderLimits> make)
    {
        try
        {
            make();
        }
        catch (ArgumentOutOfRangeException exception)
        {
            problems.Add(exception.Message.Split(" (Parameter", 2)[0]);
        }
    }
}
