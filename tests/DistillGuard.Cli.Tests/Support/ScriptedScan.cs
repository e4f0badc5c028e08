// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Support;

/// <summary>A collector fed with verdicts of a scripted guard.</summary>
internal sealed class ScriptedScan
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly DistillationGuard _guard;
    private readonly RequestBuffer _buffer = new();
    private int _minute;

    /// <summary>Begins a scan.</summary>
    /// <param name="wordy">What the scripted guard's <c>wordy</c> says; <see langword="null"/> for the same as <c>content</c>.</param>
    public ScriptedScan(SignalInfo? wordy = null) => _guard = new DistillationGuardBuilder()
        .Configure(options => options.MaxAccounts = 4096)
        .Add("scripted", _ => new ScriptedDetector(wordy ?? ScriptedDetector.Content))
        .Build();

    public FindingsCollector Collector { get; } = new(forReport: true);

    /// <summary>Sends one exchange, and says whose it was.</summary>
    public SubjectKey Send(string account, string script)
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
        return verdict.Subjects.Account;
    }
}
