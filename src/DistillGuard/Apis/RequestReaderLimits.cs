// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Apis;

/// <summary>
/// How much of a body a reader accepts before it says "not evaluated". Immutable; safe on any thread.
/// </summary>
public sealed class RequestReaderLimits
{
    private const int SmallestBodyBytes = 1024;
    private const int LargestBodyBytes = 256 * 1024 * 1024;
    private const int SmallestDepth = 16;
    internal const int LargestDepth = 512;
    private const int SmallestParts = 1;
    private const int LargestParts = 1024 * 1024;

    /// <summary>The defaults: 1 MiB, 64 levels, 4,096 pieces.</summary>
    public static RequestReaderLimits Default { get; } = new();

    /// <summary>Longest body, in bytes. Default: 1,048,576. Range: 1,024 to 268,435,456.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int MaxBodyBytes
    {
        get;
        init => field = Check(value, SmallestBodyBytes, LargestBodyBytes, "refuse larger bodies before reading them");
    } = 1024 * 1024;

    /// <summary>
    /// Deepest nesting of objects and arrays; the body itself is level 1. Default: 64. Range: 16 to 512. Up to 64
    /// levels a body is read without allocation.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int MaxDepth
    {
        get;
        init => field = Check(value, SmallestDepth, LargestDepth, "bodies seldom need 20");
    } = 64;

    /// <summary>Most pieces of text in one request. Default: 4,096. Range: 1 to 1,048,576.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int MaxParts
    {
        get;
        init => field = Check(value, SmallestParts, LargestParts, "a long conversation has hundreds, seldom thousands");
    } = 4096;

    private static int Check(int value, int least, int most, string remedy, [CallerMemberName] string name = "") =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, $"{name} must be from {least} to {most}, not {value}: {remedy}.");
}
