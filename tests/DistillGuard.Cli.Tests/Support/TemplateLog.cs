// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Cli.Support;

/// <summary>Logs of accounts that send one instruction with another subject every time: a popular framework, or a campaign.</summary>
internal static class TemplateLog
{
    public const string Recipes = "You are a patient cooking teacher and explain every single step with its reason.";
    public const string Letters = "Turn the short notes below into a friendly letter that somebody would gladly receive.";

    private static readonly DateTimeOffset Start = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] Subjects =
        ["carrots", "a rainy holiday", "bread without salt", "late trains", "green apples", "a borrowed bicycle", "mushroom soup", "the school play"];

    /// <summary>Exchanges of one day, in time order: every account sends the instruction eight times.</summary>
    /// <param name="day">Days after the first.</param>
    /// <param name="accounts">How many accounts, each an organization of its own.</param>
    /// <param name="instruction">What all of them send.</param>
    /// <param name="prefix">What their names begin with.</param>
    public static string Day(int day, int accounts, string instruction, string prefix)
    {
        var log = new StringBuilder();
        DateTimeOffset time = Start.AddDays(day);
        for (int round = 0; round < Subjects.Length; round++)
        {
            for (int i = 0; i < accounts; i++)
            {
                time = time.AddMinutes(1);
                string subject = Subjects[(round + i) % Subjects.Length];
                string when = time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
                log.Append(
                    $$"""
                    {"time":"{{when}}","id":"{{prefix}}-{{day}}-{{round}}-{{i}}","account":"{{prefix}}-{{i}}","api":"openai.chat_completions",
                    "request":{"model":"m","messages":[{"role":"system","content":"{{instruction}}"},
                    {"role":"user","content":"{{subject}} for {{i + 2}}"}] },"response":{"status":200} }
                    """.ReplaceLineEndings(string.Empty)).Append('\n');
            }
        }

        return log.ToString();
    }
}
