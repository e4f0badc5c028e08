// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.Signals;

namespace PackageSmoke;

/// <summary>The smallest detector a stranger could write.</summary>
internal sealed class EveryRequestDetector : IDistillationDetector
{
    private static readonly SignalInfo LongPrompt = new()
    {
        Id = "content.long-prompt",
        Title = "Sends a very long prompt",
        Family = SignalFamily.Content,
        Reason = "{0:F0} bytes; {1:F0} are usual",
        Innocent = "anybody with a long document.",
        References = ["https://example.org"],
    };

    public string Name => "every-request";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        if (context.Features.Text.Bytes > 1000)
        {
            signals.Add(new Signal(LongPrompt, 0.5f, context.Features.Text.Bytes, 1000));
        }
    }
}
