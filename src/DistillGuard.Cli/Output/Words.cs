// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Runtime.CompilerServices;

namespace DistillGuard.Cli.Output;

/// <summary>Formats figures for people, the same way everywhere.</summary>
internal static class Words
{
    /// <summary>An interpolated string, which may be joined of several. The culture is always the invariant one.</summary>
    public static string Of(ref DefaultInterpolatedStringHandler text) => text.ToStringAndClear();

    /// <summary>A time, to the minute, in UTC.</summary>
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: <c>1 account</c>, <c>2 accounts</c>.</summary>
    public static string Count(long number, string noun) =>
        Of($"{number:N0} {noun}{(number == 1 ? string.Empty : "s")}");
}
