// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.TrafficLogs;

/// <summary>
/// What the format says of each member: its name, its kind of value, and the kinds of line it belongs to.
/// </summary>
internal static class LogMembers
{
    public const int Count = (int)LogMember.Unknown;

    private const int ClientStart = (int)LogMember.ClientAddress;
    private const int ResponseStart = (int)LogMember.ResponseStatus;

    private static readonly string[] FullNames =
    [
        "type", "time", "id", "account", "organization", "credential", "plan", "account_created", "payment",
        "account_country", "declared", "client", "api", "model", "stream", "conversation", "end_user", "request",
        "response", "action", "reason",
        "client.ip", "client.user_agent", "client.ja4",
        "response.status", "response.id", "response.model", "response.error", "response.refusal", "response.text_hash",
        "response.cached_tokens", "response.input_tokens", "response.output_tokens", "response.finish_reason",
        "response.duration_ms", "response.reasoning_signatures",
    ];

    private static readonly byte[][] Names = ShortNames();

    /// <summary>The member's name with the object it stands in, for example <c>client.ip</c>.</summary>
    public static string FullName(LogMember member) => FullNames[(int)member];

    /// <summary>Finds a member by the name it has inside its object.</summary>
    /// <param name="name">The name, escapes resolved.</param>
    /// <param name="scope">The object it stands in: <see cref="LogMember.Client"/>, <see cref="LogMember.Response"/>
    /// or, for the line, anything else.</param>
    /// <param name="hint">Where to look first. Recorders write members in the format's order, so the next one is nearly
    /// always right.</param>
    public static LogMember Find(ReadOnlySpan<byte> name, LogMember scope, ref int hint)
    {
        (int start, int end) = scope switch
        {
            LogMember.Client => (ClientStart, ResponseStart),
            LogMember.Response => (ResponseStart, Count),
            _ => (0, ClientStart),
        };

        int first = Math.Clamp(hint, start, end);
        for (int index = first; index < end; index++)
        {
            if (name.SequenceEqual(Names[index]))
            {
                hint = index + 1;
                return (LogMember)index;
            }
        }

        for (int index = start; index < first; index++)
        {
            if (name.SequenceEqual(Names[index]))
            {
                hint = index + 1;
                return (LogMember)index;
            }
        }

        return LogMember.Unknown;
    }

    /// <summary>The kind of value the format asks for.</summary>
    public static LogValueKind Kind(LogMember member) => member switch
    {
        LogMember.Stream => LogValueKind.TrueOrFalse,
        LogMember.Client or LogMember.Request or LogMember.Response => LogValueKind.Object,
        LogMember.Declared or LogMember.ResponseReasoningSignatures => LogValueKind.Array,
        LogMember.ResponseStatus or LogMember.ResponseCachedTokens or LogMember.ResponseInputTokens
            or LogMember.ResponseOutputTokens or LogMember.ResponseDuration => LogValueKind.Number,
        _ => LogValueKind.Text,
    };

    /// <summary>Whether a member means something in a kind of line; elsewhere it is as good as unknown.</summary>
    public static bool Belongs(LogMember member, TrafficLogEntryKind kind) => kind switch
    {
        TrafficLogEntryKind.Enforcement => member is LogMember.Time or LogMember.Account or LogMember.Organization
            or LogMember.Action or LogMember.Reason,
        TrafficLogEntryKind.ModelRelease => member is LogMember.Time or LogMember.Model,
        _ => member is not (LogMember.Action or LogMember.Reason),
    };

    /// <summary>Whether a kind of line cannot do without a member.</summary>
    public static bool IsRequired(LogMember member, TrafficLogEntryKind kind) => kind switch
    {
        TrafficLogEntryKind.Enforcement => member is LogMember.Time or LogMember.Account or LogMember.Action,
        TrafficLogEntryKind.ModelRelease => member is LogMember.Time or LogMember.Model,
        _ => member is LogMember.Time or LogMember.Id or LogMember.Account or LogMember.Api or LogMember.Request,
    };

    private static byte[][] ShortNames()
    {
        var names = new byte[FullNames.Length][];
        for (int index = 0; index < names.Length; index++)
        {
            string full = FullNames[index];
            names[index] = Encoding.UTF8.GetBytes(full[(full.LastIndexOf('.') + 1)..]);
        }

        return names;
    }
}
