// SPDX-License-Identifier: MIT

using System.Net;
using System.Text;
using DistillGuard;
using DistillGuard.Geo.Regions;
using DistillGuard.Requests;
using DistillGuard.Rules;
using DistillGuard.TrafficLogs;
using DistillGuard.Verdicts;

namespace AotSmoke;

/// <summary>Uses every part of the library that reflection, resources or generated code could break when compiled ahead of time.</summary>
internal static class Program
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (ApiKind Api, string Body)[] Bodies =
    [
        (ApiKind.OpenAIChatCompletions, """{"model":"m","messages":[{"role":"user","content":"Name a zeppelin and a heron."}]}"""),
        (ApiKind.OpenAIResponses, """{"model":"m","input":"Name a zeppelin and a heron."}"""),
        (ApiKind.AnthropicMessages, """{"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Name a zeppelin and a heron."}]}"""),
        (ApiKind.GoogleGenerateContent, """{"contents":[{"role":"user","parts":[{"text":"Name a zeppelin and a heron."}]}]}"""),
    ];

    private static async Task<int> Main()
    {
        int rules = BuiltInRuleSets.Load().Rules.Count;
        DistillationGuard guard = new DistillationGuardBuilder()
            .AddRateAnomaly()
            .AddPromptPattern()
            .AddSignatureReplay()
            .AddRelayFanIn()
            .AddUpstreamRefusal()
            .UseRules(new RuleSetSource("smoke", OwnRule))
            .AddGeoOrigin(geo => geo.Regions = RegionPolicy.Load("common-unsupported-2026-11"))
            .Build();

        Expect(guard.Rules.Rules.Count == rules + 1, "the built-in rules and one of our own are compiled");
        _ = ClientAddress.TryParse("77.88.8.8", out ClientAddress address);
        foreach ((ApiKind api, string body) in Bodies)
        {
            Verdict verdict = Inspect(guard, api, body, address);
            Expect(verdict.IsEvaluated, $"{api} is evaluated");
            string explanation = verdict.Explain();
            Expect(explanation.Contains("RU", StringComparison.Ordinal), $"{api}: the region is reported");
            Expect(explanation.Contains("smoke", StringComparison.Ordinal), $"{api}: the rule with a regex is heard");
        }

        Expect(guard.Counters.Faults == 0, "no detector failed");
        RoundTripLog();
        (HttpStatusCode status, bool isUnchanged, GuardCounters counters) = await GatewaySmoke.RunAsync(Bodies[0].Body).ConfigureAwait(false);
        Expect(status == HttpStatusCode.OK && isUnchanged, "the gateway passes the answer on as it is");
        Expect(counters is { Evaluated: 1, Observed: 1, NotEvaluated: 0, Faults: 0 }, "the gateway looks at the request and at the answer");
        Console.WriteLine($"AOT smoke: {rules} rules, {Bodies.Length} APIs, geo, log, gateway: ok");
        return 0;
    }

    private const string OwnRule = """
        {
          "version": 1, "name": "smoke", "revision": 1, "date": "2026-01-01",
          "rules": [
            {
              "id": "smoke", "title": "Asks for a smoke test", "status": "stable", "tactic": "task-generation", "weight": 1,
              "description": "A rule with a regex, for the ahead-of-time build.",
              "references": ["https://example.org"], "falsePositives": ["this program"],
              "condition": { "regex": { "pattern": "zeppelin and a [a-z]+", "requires": "zeppelin" } }
            }
          ]
        }
        """;

    private static Verdict Inspect(DistillationGuard guard, ApiKind api, string body, ClientAddress address) => guard.Inspect(
        new InferenceRequest
        {
            Time = Start,
            Api = api,
            Caller = new Caller { Account = "acct_1", Plan = "payg", Address = address },
        },
        Encoding.UTF8.GetBytes(body));

    private static void RoundTripLog()
    {
        using var stream = new MemoryStream();
        using (var writer = new TrafficLogWriter(stream, compress: true, leaveOpen: true))
        {
            writer.Write(new TrafficLogEntry
            {
                Time = Start,
                Id = "r1",
                Caller = new Caller { Account = "acct_1" },
                Api = ApiKind.OpenAIChatCompletions,
                Request = Encoding.UTF8.GetBytes(Bodies[0].Body),
            });
        }

        stream.Position = 0;
        using var reader = new TrafficLogReader(stream, "smoke");
        Expect(reader.Read(out TrafficLogEntry entry) && entry.Caller.Account.SequenceEqual("acct_1"), "a log entry comes back");
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            Console.Error.WriteLine($"AOT smoke failed: expected that {what}.");
            Environment.Exit(1);
        }
    }
}
