// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Benchmarks.Groups;

/// <summary>
/// Many accounts, each its own organization: half of them use one of 40 frameworks (Zipf), some belong to one of 60 campaigns of 50 to 404 accounts
/// that send a twentieth of all exchanges, the others send texts of their own.
/// </summary>
internal sealed class ScaleTraffic
{
    private const int Frameworks = 40;
    private const int Campaigns = 60;
    private const int CampaignShare = 20;

    private readonly Random _chance = new(1);
    private readonly ScaleTexts _texts = new(1);
    private readonly RequestBuffer _buffer = new();
    private readonly byte[][] _frameworks;
    private readonly byte[][] _campaigns;
    private readonly int[] _campaignOf;
    private readonly int[] _inCampaigns;
    private readonly string[] _names;
    private int _sent;

    public ScaleTraffic(int accounts)
    {
        _names = [.. Enumerable.Range(0, accounts).Select(static i => $"account-{i}")];
        _frameworks = [.. Enumerable.Range(0, Frameworks).Select(i => _texts.Template(4 + (i % 17)))];
        _campaigns = [.. Enumerable.Range(0, Campaigns).Select(_ => _texts.Template(5))];
        _campaignOf = new int[accounts];
        Array.Fill(_campaignOf, -1);
        for (int i = 0; i < Campaigns; i++)
        {
            for (int n = 50 + (6 * i); n > 0; n--)
            {
                _campaignOf[_chance.Next(accounts)] = i;
            }
        }

        _inCampaigns = [.. Enumerable.Range(0, accounts).Where(account => _campaignOf[account] >= 0)];
    }

    /// <summary>The next request: every account once, then whoever. Its content is valid until the next one.</summary>
    public InferenceRequest Next(DateTimeOffset time)
    {
        int account = _chance.Next(CampaignShare) == 0
            ? _inCampaigns[_chance.Next(_inCampaigns.Length)]
            : _sent < _names.Length ? _sent : _chance.Next(_names.Length);
        _sent++;
        _texts.Clear();
        Write(account);
        _buffer.Clear();
        _buffer.Add(MessageRole.User, _texts.Utf8);
        return new InferenceRequest { Time = time, Caller = Caller(account, time), Content = _buffer.Content };
    }

    private void Write(int account)
    {
        if (_campaignOf[account] >= 0)
        {
            _texts.Add(_campaigns[_campaignOf[account]]);
            _texts.AddNew(2);
        }
        else if (account % 2 == 0)
        {
            _texts.Add(_frameworks[Zipf(account)]);
            _texts.AddNew(4);
        }
        else
        {
            _texts.AddNew(6);
        }
    }

    private Caller Caller(int account, DateTimeOffset time) => new()
    {
        Account = _names[account],
        Organization = _names[account],
        Payment = _names[account],
        Fingerprint = _names[account % 997],
        Address = ClientAddress.FromIPv4((uint)account << 8),
        AccountCreated = time.AddDays(-(account % 700)),
    };

    private static int Zipf(int account) => Math.Min(Frameworks - 1, (int)Math.Pow(Frameworks, account * 0.6180339887 % 1) - 1);
}
