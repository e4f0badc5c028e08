// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Support;

/// <summary>A log with one of everything: APIs, scripts, an unknown API, a body that is no request, a line that is no entry.</summary>
internal static class TinyLog
{
    public const string Morning =
        """
        {"time":"2026-03-09T08:00:00.000Z","id":"1","account":"ada","plan":"pro","client":{"ip":"192.0.2.7"},"api":"openai.chat_completions","request":{"model":"m","messages":[{"role":"user","content":"How long do eggs keep?"}]},"response":{"status":200,"input_tokens":8,"output_tokens":30}}
        {"time":"2026-03-09T08:01:00.000Z","id":"2","account":"流星","plan":"pro","client":{"ip":"152.206.7.7"},"api":"anthropic.messages","request":{"model":"m","max_tokens":99,"messages":[{"role":"user","content":"请介绍太极拳"}]},"response":{"status":200}}
        {"time":"2026-03-09T08:02:00.000Z","id":"3","account":"ada","plan":"pro","api":"openai.chat_completions","request":{"model":"m","messages":7}}
        this is no entry
        {"type":"model_release","time":"2026-03-09T08:03:00.000Z","model":"m2"}

        """;

    public const string Evening =
        """
        {"time":"2026-03-09T18:00:00.000Z","id":"4","account":"bob","api":"some.other_api","request":{}}
        {"time":"2026-03-09T18:00:30.500Z","id":"5","account":"bob","api":"google.generate_content","request":{"contents":[{"role":"user","parts":[{"text":"Explain rain."}]}]},"response":{"status":429}}

        """;

    public const string Whole = Morning + Evening;
}
