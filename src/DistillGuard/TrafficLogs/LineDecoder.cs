// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Apis;
using DistillGuard.Requests;

namespace DistillGuard.TrafficLogs;

/// <summary>
/// Makes an entry of a line: finds the members, judges them, keeps what they say until the next line.
/// </summary>
/// <remarks>
/// What breaks the form of the format (a required member missing, a value of another kind) costs the line. A text that
/// has the right form and cannot be understood (an address, a country, a count) costs the member only, so that one odd
/// value does not take a request out of the record.
/// </remarks>
internal sealed class LineDecoder
{
    private readonly LineScanner _values = new();
    private readonly LineTexts _texts = new();
    private readonly List<LineFault> _faults = [];
    private readonly ResponseDecoder _response;
    private TrafficLogEntryKind _kind;
    private EnforcementAction _action;
    private DateTimeOffset _time;
    private DateTimeOffset _created;
    private CountryCode _country;
    private ClientAddress _address;
    private DeclaredUses _declared;
    private ApiKind _api;
    private bool? _stream;

    public LineDecoder() => _response = new ResponseDecoder(_values, _texts, _faults);

    /// <summary>Kind of the line decoded last.</summary>
    public TrafficLogEntryKind Kind => _kind;

    /// <summary>Time of the line decoded last.</summary>
    public DateTimeOffset Time => _time;

    /// <summary>What was wrong with the line decoded last.</summary>
    public ReadOnlySpan<LineFault> Faults => CollectionsMarshal.AsSpan(_faults);

    /// <summary>Decodes a line.</summary>
    /// <returns>Whether it is an entry; otherwise the last of <see cref="Faults"/> says why not.</returns>
    public bool Decode(ReadOnlySpan<byte> line)
    {
        _faults.Clear();
        _texts.Clear();
        if (!_values.Scan(line, out LineFault fault))
        {
            _faults.Add(fault);
            return false;
        }

        return DecodeKind(line) && CheckForm() && DecodeTime(line) && DecodeRest(line);
    }

    /// <summary>A view of the line decoded last.</summary>
    /// <param name="line">The same line again.</param>
    /// <param name="number">Its number.</param>
    public TrafficLogEntry View(ReadOnlySpan<byte> line, long number)
    {
        var caller = new Caller
        {
            Account = _texts.Utf16(LogMember.Account),
            Organization = _texts.Utf16(LogMember.Organization),
            Credential = _texts.Utf16(LogMember.Credential),
            Plan = _texts.Utf16(LogMember.Plan),
            Payment = _texts.Utf16(LogMember.Payment),
            Declared = _declared,
            AccountCreated = _created,
            AccountCountry = _country,
            Address = _address,
            UserAgent = _texts.Utf16(LogMember.ClientUserAgent),
            Fingerprint = _texts.Utf16(LogMember.ClientFingerprint),
        };

        return new TrafficLogEntry
        {
            Kind = _kind,
            Time = _time,
            Line = number,
            Id = _texts.Utf16(LogMember.Id),
            Caller = caller,
            Api = _api,
            ApiName = _texts.Utf16(LogMember.Api),
            Model = _texts.Utf8(LogMember.Model),
            Stream = _stream,
            Conversation = _texts.Utf16(LogMember.Conversation),
            EndUser = _texts.Utf16(LogMember.EndUser),
            Request = _kind == TrafficLogEntryKind.Exchange ? _values[LogMember.Request].In(line) : default,
            Response = _response.View,
            Action = _action,
            Reason = _texts.Utf16(LogMember.Reason),
        };
    }

    /// <summary>Wipes the texts of the last line.</summary>
    public void Wipe() => _texts.Wipe();

    private bool Refuse(LineFaultKind kind, LogMember member, int position = 0)
    {
        _faults.Add(new LineFault(kind, position, member, _values[member].Kind));
        return false;
    }

    private bool DecodeKind(ReadOnlySpan<byte> line)
    {
        _kind = TrafficLogEntryKind.Exchange;
        LogValue type = _values[LogMember.Type];
        if (type.Kind == LogValueKind.Null)
        {
            return true;
        }

        if (type.Kind != LogValueKind.Text)
        {
            return Refuse(LineFaultKind.WrongKind, LogMember.Type, type.Start);
        }

        switch (_texts.AddUtf16(LogMember.Type, type, line))
        {
            case "exchange":
                return true;
            case "enforcement":
                _kind = TrafficLogEntryKind.Enforcement;
                return true;
            case "model_release":
                _kind = TrafficLogEntryKind.ModelRelease;
                return true;
            default:
                return Refuse(LineFaultKind.UnknownType, LogMember.Type, type.Start);
        }
    }

    private bool CheckForm()
    {
        for (LogMember member = LogMember.Time; member < LogMember.Unknown; member++)
        {
            if (!LogMembers.Belongs(member, _kind))
            {
                continue;
            }

            LogValue value = _values[member];
            bool isRequired = LogMembers.IsRequired(member, _kind);
            if (value.Kind == LogValueKind.Null)
            {
                if (isRequired)
                {
                    return Refuse(LineFaultKind.Missing, member);
                }

                continue;
            }

            if (value.Kind != LogMembers.Kind(member))
            {
                return Refuse(LineFaultKind.WrongKind, member, value.Start);
            }

            if (isRequired && value is { Kind: LogValueKind.Text, Length: 0 })
            {
                return Refuse(LineFaultKind.Empty, member, value.Start);
            }
        }

        return true;
    }

    private bool DecodeTime(ReadOnlySpan<byte> line)
    {
        LogValue value = _values[LogMember.Time];
        ReadOnlySpan<byte> text = _texts.AddUtf8(LogMember.Time, value, line);
        if (!Rfc3339.TryParse(text, out _time, out bool isUtc))
        {
            return Refuse(LineFaultKind.NotATime, LogMember.Time, value.Start);
        }

        return isUtc || Refuse(LineFaultKind.NotUtc, LogMember.Time, value.Start);
    }

    private bool DecodeRest(ReadOnlySpan<byte> line)
    {
        _action = EnforcementAction.None;
        _created = default;
        _country = default;
        _address = default;
        _declared = DeclaredUses.None;
        _api = ApiKind.Unknown;
        _stream = null;
        _response.Clear();

        if (_kind == TrafficLogEntryKind.ModelRelease)
        {
            AddUtf8(LogMember.Model, line);
            return true;
        }

        AddUtf16(LogMember.Account, line);
        AddUtf16(LogMember.Organization, line);
        return _kind == TrafficLogEntryKind.Enforcement ? DecodeEnforcement(line) : DecodeExchange(line);
    }

    private bool DecodeEnforcement(ReadOnlySpan<byte> line)
    {
        AddUtf16(LogMember.Reason, line);
        _action = AddUtf16(LogMember.Action, line) switch
        {
            "suspend" => EnforcementAction.Suspend,
            "restore" => EnforcementAction.Restore,
            "throttle" => EnforcementAction.Throttle,
            _ => EnforcementAction.None,
        };
        return _action != EnforcementAction.None
            || Refuse(LineFaultKind.UnknownAction, LogMember.Action, _values[LogMember.Action].Start);
    }

    private bool DecodeExchange(ReadOnlySpan<byte> line)
    {
        AddUtf16(LogMember.Id, line);
        AddUtf16(LogMember.Credential, line);
        AddUtf16(LogMember.Plan, line);
        AddUtf16(LogMember.Payment, line);
        AddUtf16(LogMember.ClientUserAgent, line);
        AddUtf16(LogMember.ClientFingerprint, line);
        AddUtf16(LogMember.Conversation, line);
        AddUtf16(LogMember.EndUser, line);
        AddUtf8(LogMember.Model, line);
        _ = ApiKindNames.TryParse(AddUtf16(LogMember.Api, line), out _api);
        LogValue stream = _values[LogMember.Stream];
        _stream = stream.Kind == LogValueKind.TrueOrFalse ? stream.In(line)[0] == 't' : null;
        DecodeAccount(line);
        return DecodeDeclared(line) && _response.Decode(line);
    }

    private void DecodeAccount(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> created = AddUtf8(LogMember.AccountCreated, line);
        if (!created.IsEmpty && !Rfc3339.TryParse(created, out _created, out _))
        {
            Refuse(LineFaultKind.NotADate, LogMember.AccountCreated, _values[LogMember.AccountCreated].Start);
        }

        ReadOnlySpan<char> country = AddUtf16(LogMember.AccountCountry, line);
        if (!country.IsEmpty && !CountryCode.TryParse(country, out _country))
        {
            Refuse(LineFaultKind.NotACountry, LogMember.AccountCountry, _values[LogMember.AccountCountry].Start);
        }

        ReadOnlySpan<char> address = AddUtf16(LogMember.ClientAddress, line);
        if (!address.IsEmpty && !ClientAddress.TryParse(address, out _address))
        {
            Refuse(LineFaultKind.NotAnAddress, LogMember.ClientAddress, _values[LogMember.ClientAddress].Start);
        }
    }

    private bool DecodeDeclared(ReadOnlySpan<byte> line)
    {
        LogValue array = _values[LogMember.Declared];
        if (array.Kind == LogValueKind.Null)
        {
            return true;
        }

        var elements = new LogArrayReader(array, line);
        while (elements.Read(out LogValue element))
        {
            if (element.Kind != LogValueKind.Text)
            {
                _faults.Add(new LineFault(LineFaultKind.WrongElement, element.Start, LogMember.Declared, element.Kind));
                return false;
            }

            // A use this version does not know tells it nothing, as an unknown member does.
            _declared |= _texts.AddUtf16(LogMember.Declared, element, line) switch
            {
                "platform" => DeclaredUses.Platform,
                "evaluation" => DeclaredUses.Evaluation,
                "batch" => DeclaredUses.Batch,
                "research" => DeclaredUses.Research,
                _ => DeclaredUses.None,
            };
        }

        return true;
    }

    private ReadOnlySpan<char> AddUtf16(LogMember member, ReadOnlySpan<byte> line)
    {
        LogValue value = _values[member];
        return value.Kind == LogValueKind.Text ? _texts.AddUtf16(member, value, line) : default;
    }

    private ReadOnlySpan<byte> AddUtf8(LogMember member, ReadOnlySpan<byte> line)
    {
        LogValue value = _values[member];
        return value.Kind == LogValueKind.Text ? _texts.AddUtf8(member, value, line) : default;
    }
}
