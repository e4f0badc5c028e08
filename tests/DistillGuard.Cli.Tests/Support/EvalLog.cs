// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Cli.Evaluating;
using DistillGuard.Requests;
using DistillGuard.TrafficLogs;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Support;

/// <summary>Exchanges told to the recorder of an evaluation, each with the verdict of a guard without detectors.</summary>
internal sealed class EvalLog
{
    private readonly DistillationGuard _guard = new DistillationGuardBuilder().Build();

    public EvalRecorder Recorder { get; } = new(new byte[16]);

    public DateTimeOffset Time { get; set; } = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    public void Send(string account, string system, string text, int times)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            model = "m",
            messages = new[] { new { role = "system", content = system }, new { role = "user", content = text } },
        });
        for (int i = 0; i < times; i++)
        {
            Time = Time.AddSeconds(1);
            var caller = new Caller { Account = account };
            Verdict verdict = _guard.Inspect(new InferenceRequest { Time = Time, Caller = caller, Api = ApiKind.OpenAIChatCompletions }, body);
            var entry = new TrafficLogEntry
            {
                Kind = TrafficLogEntryKind.Exchange,
                Time = Time,
                Caller = caller,
                Api = ApiKind.OpenAIChatCompletions,
                Request = body,
            };
            Recorder.Note(in entry, in verdict);
        }
    }
}
