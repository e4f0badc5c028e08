// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using DistillGuard.Requests;

namespace DistillGuard.TrafficLogs;

/// <summary>
/// A copy of an entry as plain values, so that tests can keep and compare what the reader only lends.
/// </summary>
internal sealed record EntrySnapshot
{
    public required TrafficLogEntryKind Kind { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Text { get; init; }

    public required ApiKind Api { get; init; }

    public required DeclaredUses Declared { get; init; }

    public required DateTimeOffset AccountCreated { get; init; }

    public required CountryCode AccountCountry { get; init; }

    public required ClientAddress Address { get; init; }

    public required EnforcementAction Action { get; init; }

    public required bool? Stream { get; init; }

    public required (int? Status, long? Cached, long? Input, long? Output, TimeSpan? Duration) Numbers { get; init; }

    public required string Request { get; init; }

    public static EntrySnapshot Of(in TrafficLogEntry entry)
    {
        var texts = new List<string>
        {
            entry.Id.ToString(), entry.Caller.Account.ToString(), entry.Caller.Organization.ToString(),
            entry.Caller.Credential.ToString(), entry.Caller.Plan.ToString(), entry.Caller.Payment.ToString(),
            entry.Caller.UserAgent.ToString(), entry.Caller.Fingerprint.ToString(), entry.ApiName.ToString(),
            Encoding.UTF8.GetString(entry.Model), entry.Conversation.ToString(), entry.EndUser.ToString(),
            entry.Reason.ToString(), Encoding.UTF8.GetString(entry.Response.Id),
            Encoding.UTF8.GetString(entry.Response.Model), Encoding.UTF8.GetString(entry.Response.Error),
            Encoding.UTF8.GetString(entry.Response.Refusal), Encoding.UTF8.GetString(entry.Response.TextHash),
            Encoding.UTF8.GetString(entry.Response.FinishReason),
        };
        foreach (ReadOnlySpan<byte> signature in entry.Response.ReasoningSignatures)
        {
            texts.Add(Encoding.UTF8.GetString(signature));
        }

        return new EntrySnapshot
        {
            Kind = entry.Kind,
            Time = entry.Time,
            Text = JsonSerializer.Serialize(texts),
            Api = entry.Api,
            Declared = entry.Caller.Declared,
            AccountCreated = entry.Caller.AccountCreated,
            AccountCountry = entry.Caller.AccountCountry,
            Address = entry.Caller.Address,
            Action = entry.Action,
            Stream = entry.Stream,
            Numbers = (entry.Response.Status, entry.Response.CachedTokens, entry.Response.InputTokens,
                entry.Response.OutputTokens, entry.Response.Duration),
            Request = Encoding.UTF8.GetString(entry.Request),
        };
    }
}
