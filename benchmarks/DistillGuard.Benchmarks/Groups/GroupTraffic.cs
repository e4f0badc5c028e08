// SPDX-License-Identifier: MIT

using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;

namespace DistillGuard.Benchmarks.Groups;

/// <summary>Accounts that send in turn, each its own organization; the first of them belong to groups that share a template, the others write their own texts.</summary>
internal sealed class GroupTraffic
{
    private const int TemplateSentences = 5;

    private readonly ScaleTexts _texts = new(5);
    private readonly RequestBuffer _buffer = new();
    private readonly string[] _names;
    private readonly byte[][] _templates;
    private readonly int _members;
    private int _sent;

    public GroupTraffic(int accounts, int groups, int members)
    {
        _names = [.. Enumerable.Range(0, accounts).Select(static i => $"account-{i}")];
        _templates = [.. Enumerable.Range(0, groups).Select(_ => _texts.Template(TemplateSentences))];
        _members = members;
    }

    /// <summary>When the latest request was sent: one every 100 ms.</summary>
    public DateTimeOffset Time => SampleCallers.Start.AddMilliseconds(100.0 * _sent);

    /// <summary>The next request; its content is valid until the one after it.</summary>
    public InferenceRequest Next()
    {
        int account = _sent++ % _names.Length;
        int group = account / _members;
        _texts.Clear();
        if (group < _templates.Length)
        {
            _texts.Add(_templates[group]);
            _texts.AddNew(2);
        }
        else
        {
            _texts.AddNew(6);
        }

        _buffer.Clear();
        _buffer.Add(MessageRole.User, _texts.Utf8);
        return new InferenceRequest
        {
            Time = Time,
            Caller = new Caller { Account = _names[account], Organization = _names[account], Address = ClientAddress.FromIPv4((uint)account << 8) },
            Content = _buffer.Content,
        };
    }
}
