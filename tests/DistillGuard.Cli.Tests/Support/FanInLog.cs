// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Support;

/// <summary>A log in which one account serves forty end users, three requests each, and did not say that it is a platform.</summary>
internal static class FanInLog
{
    public static string Text { get; } = string.Join('\n', Enumerable.Range(0, 120).Select(Line));

    private static string Line(int i) =>
        $$"""{"time":"2026-03-09T08:{{i / 60:D2}}:{{i % 60:D2}}.000Z","id":"{{i}}","account":"relay","end_user":"user-{{i % 40}}",""" +
        """
        "api":"openai.chat_completions","request":{"messages":[{"role":"user","content":"How long do eggs keep?"}]},"response":{"status":200}}
        """;
}
