// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace Acme.Gateway;

/// <summary>Hears accounts whose requests arrive like clockwork.</summary>
internal sealed class RegularGapsDetector : IDistillationDetector
{
    public const string DetectorName = "regular-gaps";

    private static readonly SignalInfo RegularGaps = new()
    {
        Id = "timing.regular-gaps",
        Title = "Requests arrive at machine-regular gaps",
        Family = SignalFamily.Timing,
        Reason = "gaps vary by {0:P1} of their mean; people vary by far more than {1:P1}",
        Innocent = "a cron job, a monitoring probe, or a queue with a fixed pace.",
        References = ["OWASP AISVS 11.5.3"],
    };

    private readonly RegularGapsOptions _options;
    private readonly StateSlot<RegularGapsState> _slot;

    public RegularGapsDetector(RegularGapsOptions options, SubjectLayout layout)
    {
        _options = options;
        _slot = layout.Reserve<RegularGapsState>(SubjectKind.Account);
    }

    public string Name => DetectorName;

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        if (!context.Account.IsPresent)
        {
            return; // the table has no room: say nothing rather than guess
        }

        ref RegularGapsState state = ref context.Account.State(_slot);
        if (context.Ticks < state.LastTicks)
        {
            return; // merged logs and clock steps: time that runs backwards is no gap
        }

        if (state.LastTicks != 0)
        {
            state.Add(context.Ticks - state.LastTicks);
        }

        state.LastTicks = context.Ticks;
        double variation = state.Variation;
        if (state.Count >= _options.MinimumGaps && variation < _options.RegularBelow)
        {
            float limit = (float)_options.RegularBelow;
            signals.Add(new Signal(RegularGaps, (float)_options.Weight, (float)variation, limit));
        }
    }
}
