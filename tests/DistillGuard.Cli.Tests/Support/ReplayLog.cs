// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Support;

/// <summary>A log in which two pieces of sealed reasoning are issued to one organization, and both come back from another.</summary>
internal static class ReplayLog
{
    /// <summary>The account that sends back what was issued to another organization.</summary>
    public const string Replayer = "sender";

    /// <summary>The account it was issued to.</summary>
    public const string Owner = "receiver";

    private static readonly string[] Blobs =
    [
        "RmlzaCBkbyBub3Qgc2VlIHRoZSB3YXRlci4gSXQgaXMgZXZlcnl3aGVyZS4g",
        "QSBkb29yIHRoYXQgc3RhbmRzIG9wZW4gZm9yIHRlbiB5ZWFycyBpcyBhIHdhbGwu",
    ];

    public static string Text { get; } = string.Join('\n', [
        .. Blobs.Select((blob, i) => Received(i, blob)),
        .. Blobs.Select((blob, i) => Sent(2 + i, "colleague", "acme", blob)),
        .. Blobs.Select((blob, i) => Sent(4 + i, Replayer, "zeta", blob)),
    ]);

    private static string Received(int minute, string blob) => Line(
        minute,
        Owner,
        "acme",
        """{"role":"user","content":"Why?"}""",
        $"""
        ,"reasoning_signatures":["{blob}"]
        """);

    private static string Sent(int minute, string account, string organization, string blob) => Line(
        minute,
        account,
        organization,
        $$"""
        {"role":"assistant","content":[{"type":"thinking","thinking":"","signature":"{{blob}}"} ]},{"role":"user","content":"Go on."}
        """,
        string.Empty);

    private static string Line(int minute, string account, string organization, string messages, string issued) =>
        $$"""{"time":"2026-03-09T08:0{{minute}}:00.000Z","id":"{{minute}}","account":"{{account}}","organization":"{{organization}}",""" +
        $$"""
        "api":"anthropic.messages","request":{"messages":[{{messages}}]},"response":{"status":200,"output_tokens":9{{issued}} } }
        """;
}
