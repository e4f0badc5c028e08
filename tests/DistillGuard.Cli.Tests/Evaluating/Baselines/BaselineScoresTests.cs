// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Support;

namespace DistillGuard.Cli.Evaluating.Baselines;

/// <summary>Simple rules find what they are for: an account that stands out in just that.</summary>
public sealed class BaselineScoresTests
{
    [TestCase("volume only", "busy")]
    [TestCase("length only", "wordy")]
    [TestCase("bag of words", "odd")]
    public void All_AccountThatStandsOut_IsHighest(string rule, string account)
    {
        IReadOnlyDictionary<string, double> scores = Scores(rule);

        Assert.That(scores.MaxBy(pair => pair.Value).Key, Is.EqualTo(account));
    }

    [Test]
    public void All_SharedSystemPrompt_CountsOrganizations() =>
        Assert.That(
            (Scores("shared exact system prompt")["p1"], Scores("shared exact system prompt")["busy"]),
            Is.EqualTo((6.0, 1.0)));

    private static IReadOnlyDictionary<string, double> Scores(string rule)
    {
        var log = new EvalLog();
        for (int i = 0; i < 6; i++)
        {
            log.Send($"p{i}", "Be kind to everybody.", $"what about number {i}", times: 3);
        }

        log.Send("busy", "I am busy.", "what about number 9", times: 40);
        log.Send("wordy", "", string.Join(' ', Enumerable.Repeat("what about number 7", 60)), times: 4);
        log.Send("odd", "", "zebra quartz lemon thunder", times: 12);
        return BaselineScores.All(log.Recorder).Single(baseline => baseline.Name == rule).Scores;
    }
}
