// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>Makes words of a <see cref="LineFault"/>: reason and remedy, never a value of the log.</summary>
internal static class LineFaultText
{
    public static TrafficLogProblem Describe(in LineFault fault, string log, long line, int maximumLineBytes) => new(
        log,
        line,
        fault.Position + 1,
        fault.Member == LogMember.Unknown ? null : LogMembers.FullName(fault.Member),
        Reason(in fault, maximumLineBytes),
        Remedy(in fault),
        fault.CostsTheLine);

    private static string Reason(in LineFault fault, int maximumLineBytes) => fault.Kind switch
    {
        LineFaultKind.TooLong => $"the line is longer than {maximumLineBytes} bytes",
        LineFaultKind.NotUtf8 => "the line is not UTF-8 from here on",
        LineFaultKind.NotJson => "the line is not JSON from here on",
        LineFaultKind.CutShort => "the line ends before its object does",
        LineFaultKind.NotAnObject => $"the line is {Name(fault.Found)}, not an object",
        LineFaultKind.GivenTwice => "the member is given twice",
        LineFaultKind.Missing => "the member is required and missing",
        LineFaultKind.Empty => "the member is required and empty",
        LineFaultKind.WrongKind => $"the value is {Name(fault.Found)}, not {Name(LogMembers.Kind(fault.Member))}",
        LineFaultKind.WrongElement => $"an element is {Name(fault.Found)}, not {Name(LogValueKind.Text)}",
        LineFaultKind.UnknownType => "the type of line is unknown",
        LineFaultKind.UnknownAction => "the action is unknown",
        LineFaultKind.NotATime or LineFaultKind.NotADate => "the text is not an RFC 3339 time",
        LineFaultKind.NotUtc => "the time is not in UTC",
        LineFaultKind.NotAnAddress => "the text is not an IPv4 or IPv6 address",
        LineFaultKind.NotACountry => "the text is not a country code",
        LineFaultKind.NotADuration => "the number is negative or too large",
        LineFaultKind.NotACount => "the number is negative, too large, or not whole",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "Not a fault."),
    };

    private static string Remedy(in LineFault fault) => fault.Kind switch
    {
        LineFaultKind.TooLong => "raise MaximumLineBytes, or let the recorder leave out such bodies",
        LineFaultKind.NotUtf8 => "write the log as UTF-8",
        LineFaultKind.NotJson => "write one JSON object a line, without line breaks inside it",
        LineFaultKind.CutShort => "write the object on one line, and whole lines only",
        LineFaultKind.NotAnObject => "write one JSON object a line",
        LineFaultKind.GivenTwice => "write it once",
        LineFaultKind.Missing or LineFaultKind.Empty => $"write {Name(LogMembers.Kind(fault.Member))}",
        LineFaultKind.WrongKind => $"write {Name(LogMembers.Kind(fault.Member))}{OrOmit(fault.Member)}",
        LineFaultKind.WrongElement => "write an array of strings, or leave the member out",
        LineFaultKind.UnknownType =>
            "write exchange, enforcement or model_release, or leave the member out for an exchange",
        LineFaultKind.UnknownAction => "write suspend, restore or throttle",
        LineFaultKind.NotATime => "write the time like 2026-01-31T23:59:59.123Z",
        LineFaultKind.NotUtc => "convert the time to UTC and end it with Z",
        LineFaultKind.NotADate => "write the time like 2026-01-31T23:59:59Z, or leave the member out",
        LineFaultKind.NotAnAddress => "write the address alone, without port or prefix length, or leave the member out",
        LineFaultKind.NotACountry => "write the two letters of ISO 3166-1, or leave the member out",
        LineFaultKind.NotADuration => "write milliseconds from 0, or leave the member out",
        LineFaultKind.NotACount => "write a whole number from 0, or leave the member out",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "Not a fault."),
    };

    private static string OrOmit(LogMember member) =>
        LogMembers.IsRequired(member, TrafficLogEntryKind.Exchange) || member == LogMember.Action
            ? string.Empty
            : ", or leave the member out";

    private static string Name(LogValueKind kind) => kind switch
    {
        LogValueKind.Text => "a string",
        LogValueKind.Number => "a number",
        LogValueKind.TrueOrFalse => "true or false",
        LogValueKind.Object => "an object",
        LogValueKind.Array => "an array",
        _ => "null",
    };
}
