// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Support;

/// <summary>A collector fed with verdicts of a scripted guard.</summary>
internal sealed class ScriptedScan
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly DistillationGuard _guard = new DistillationGuardBuilder()
        .Configure(options => options.MaxAccounts = 4096)
        .Add("scripted", static _ => new ScriptedDetector())
        .Build();

    private readonly RequestBuffer _buffer = new();
    private int _minute;

    public FindingsCollector Collector { get; } = new(forReport: true);

    public void Send(string account, string script)
    {
        DateTimeOffset time = Start.AddMinutes(_minute++);
        _buffer.Clear();
        _buffer.Add(MessageRole.User, "hello");
        Verdict verdict = _guard.Inspect(new InferenceRequest
        {
            Time = time,
            Caller = new Caller { Account = account },
            Api = ApiKind.OpenAIChatCompletions,
            Content = _buffer.Content,
            Conversation = script,
        });
        Collector.Count(time);
        Collector.Add(account, time, in verdict);
    }
}
