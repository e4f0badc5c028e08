// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.TrafficLogs;

/// <summary>One line of a traffic log: an exchange, an action of the operator or a model release.</summary>
/// <remarks>
/// A view over the reader's memory, valid until the next read. What the host says of itself and its customer is UTF-16,
/// as in <see cref="Caller"/>; what API bodies say is UTF-8, as in <see cref="RequestContent"/>. Escapes are resolved
/// everywhere but in <see cref="Request"/>. Empty text, <see langword="null"/> and default values mean "not known".
/// </remarks>
public readonly ref struct TrafficLogEntry
{
    /// <summary>What the line records.</summary>
    public TrafficLogEntryKind Kind { get; init; }

    /// <summary>When it happened, in UTC; for an exchange when the request arrived.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Number of the line in its log, counted from 1; 0 when the entry was not read from a log.</summary>
    public long Line { get; init; }

    /// <summary>Id of the exchange. Whether it is unique in the log is not checked.</summary>
    public ReadOnlySpan<char> Id { get; init; }

    /// <summary>Who sent the request; of an enforcement, the account and organization it concerns.</summary>
    public Caller Caller { get; init; }

    /// <summary>
    /// The API of the exchange; <see cref="ApiKind.Unknown"/> when the log names one that no reader knows.
    /// </summary>
    public ApiKind Api { get; init; }

    /// <summary>The API as the log names it. Needed for writing only when <see cref="Api"/> is unknown.</summary>
    public ReadOnlySpan<char> ApiName { get; init; }

    /// <summary>
    /// The model: of an exchange, as its URL carried it (the body may carry it too); of a model release, the one
    /// released.
    /// </summary>
    public ReadOnlySpan<byte> Model { get; init; }

    /// <summary>Whether the answer was to be streamed, where the URL says it.</summary>
    public bool? Stream { get; init; }

    /// <summary>Conversation id the host knows of.</summary>
    public ReadOnlySpan<char> Conversation { get; init; }

    /// <summary>End-user id the host knows of.</summary>
    public ReadOnlySpan<char> EndUser { get; init; }

    /// <summary>The body as the client sent it: one JSON object, UTF-8, escapes and spacing untouched.</summary>
    public ReadOnlySpan<byte> Request { get; init; }

    /// <summary>What came back.</summary>
    public TrafficLogResponse Response { get; init; }

    /// <summary>What the operator did, when the line is an enforcement.</summary>
    public EnforcementAction Action { get; init; }

    /// <summary>Why the operator acted, in the operator's words.</summary>
    public ReadOnlySpan<char> Reason { get; init; }
}
