// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Requests;
using DistillGuard.TrafficLogs;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Makes lines of the traffic log, veiled as the options say. Not thread-safe.</summary>
internal sealed class ExchangeLines : IDisposable
{
    private readonly RecorderTally _tally;
    private readonly KeyedVeil? _veil;
    private readonly KeyedVeil? _identities;
    private readonly KeyedVeil? _blobs;
    private readonly BodyVeil? _bodies;
    private readonly MemoryStream _line = new();
    private readonly TrafficLogWriter _writer;
    private readonly string _run;
    private long _number;

    /// <summary>Makes lines for one run.</summary>
    /// <param name="options">What is veiled.</param>
    /// <param name="tally">Counts bodies that cannot be written.</param>
    /// <param name="run">Begins every id of an exchange, so that those of several runs and nodes differ.</param>
    public ExchangeLines(RecorderOptions options, RecorderTally tally, string run)
    {
        _tally = tally;
        _run = run;
        _writer = new TrafficLogWriter(_line, leaveOpen: true);
        _veil = options.NeedsKey ? new KeyedVeil(options.Key.Span) : null;
        _identities = options.Identities == RecordedIdentities.Hashed ? _veil : null;
        bool isHashed = options.Texts == RecordedTexts.Hashed;
        _blobs = options.Texts == RecordedTexts.Kept ? null : _veil;
        _bodies = options.Texts == RecordedTexts.Kept ? null : new BodyVeil(_veil, isHashed && _veil is not null ? new TextVeil(new SentenceVeil(_veil)) : null);
        OmitsBlobs = options.Texts == RecordedTexts.Omitted && _veil is null;
    }

    private bool OmitsBlobs { get; }

    /// <summary>The line of an exchange, with its line end.</summary>
    public byte[] Make(RecordedExchange recorded)
    {
        GuardedExchange exchange = recorded.Exchange;
        byte[] signatures = Signatures(exchange.Answer, out int[] ends);
        CallerIdentity caller = exchange.Caller;
        var entry = new TrafficLogEntry
        {
            Time = exchange.Time,
            Id = string.Create(CultureInfo.InvariantCulture, $"{_run}-{++_number}"),
            Caller = new Caller
            {
                Account = Veil('a', caller.Account),
                Organization = Veil('o', caller.Organization),
                Credential = Veil('c', caller.Credential),
                Payment = Veil('p', caller.Payment),
                Plan = caller.Plan,
                Declared = caller.Declared,
                AccountCreated = caller.AccountCreated,
                AccountCountry = caller.AccountCountry,
                Address = ClientAddress.From(exchange.Address is null || _identities is null ? exchange.Address : _identities.Address(exchange.Address)),
                UserAgent = Veil('u', exchange.UserAgent),
                Fingerprint = Veil('f', caller.Fingerprint),
            },
            Api = exchange.Api,
            ApiName = "unknown",
            Model = Utf8(exchange.Model),
            Stream = exchange.Stream ? true : null,
            Conversation = Veil('v', caller.Conversation),
            EndUser = Veil('e', caller.EndUser),
            Request = "{}"u8,
            Response = Response(exchange.Answer, new ReasoningSignatures(signatures, ends)),
        };

        if (TryBody(recorded.Body, out ReadOnlySpan<byte> body) && TryWrite(entry with { Request = body }))
        {
            return Take();
        }

        _tally.CountWithoutBody();
        _ = TryWrite(entry);
        return Take();
    }

    /// <summary>The line of an operator's act or a release.</summary>
    public byte[] Make(RecordedEvent happening)
    {
        _ = TryWrite(new TrafficLogEntry
        {
            Kind = happening.Account is null ? TrafficLogEntryKind.ModelRelease : TrafficLogEntryKind.Enforcement,
            Time = happening.Time,
            Caller = new Caller { Account = Veil('a', happening.Account) },
            Action = happening.Action,
            Reason = happening.Reason,
            Model = Utf8(happening.Model),
        });
        return Take();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _line.Dispose();
        _veil?.Dispose();
    }

    private static ReadOnlySpan<byte> Utf8(string? text) => text is null ? default : Encoding.UTF8.GetBytes(text);

    private bool TryBody(ReadOnlySpan<byte> body, out ReadOnlySpan<byte> written)
    {
        written = body;
        return !body.IsEmpty && (_bodies is null || _bodies.TryVeil(body, out written));
    }

    private bool TryWrite(in TrafficLogEntry entry)
    {
        _line.SetLength(0);
        return _writer.TryWrite(in entry, out _);
    }

    private byte[] Take()
    {
        byte[] line = _line.ToArray();
        _line.GetBuffer().AsSpan(0, line.Length).Clear();
        return line;
    }

    private string? Veil(char kind, string? id) => _identities is null ? id : _identities.Id(kind, id);

    private TrafficLogResponse Response(ExchangeAnswer answer, ReasoningSignatures signatures) => new()
    {
        Status = answer.Status == 0 ? null : answer.Status,
        Id = Utf8(_blobs is null ? answer.Id : _blobs.Id('i', answer.Id)),
        Model = Utf8(answer.Model),
        Error = Utf8(answer.Error),
        Refusal = Utf8(answer.Refusal),
        FinishReason = Utf8(answer.FinishReason),
        InputTokens = answer.InputTokens == 0 ? null : answer.InputTokens,
        OutputTokens = answer.OutputTokens == 0 ? null : answer.OutputTokens,
        CachedTokens = answer.CachedTokens == 0 ? null : answer.CachedTokens,
        Duration = answer.Duration == TimeSpan.Zero ? null : answer.Duration,
        ReasoningSignatures = signatures,
    };

    private byte[] Signatures(ExchangeAnswer answer, out int[] ends)
    {
        using var all = new MemoryStream();
        var places = new List<int>(answer.ReasoningSignatures.Count);
        foreach (ReadOnlyMemory<byte> signature in OmitsBlobs ? [] : answer.ReasoningSignatures)
        {
            all.Write(_blobs is null ? signature.Span : Encoding.ASCII.GetBytes(_blobs.Blob(signature.Span)));
            places.Add((int)all.Length);
        }

        ends = [.. places];
        return all.ToArray();
    }
}
