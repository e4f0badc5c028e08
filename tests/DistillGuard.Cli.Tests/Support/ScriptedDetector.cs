// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Signals;

namespace DistillGuard.Cli.Support;

/// <summary>Says what the request's conversation id tells it to say: <c>content=5 volume=4 region=CU note=30</c>.</summary>
internal sealed class ScriptedDetector : IDistillationDetector
{
    public static readonly SignalInfo Content = Info("test.content", SignalFamily.Content);
    public static readonly SignalInfo Volume = Info("test.volume", SignalFamily.Volume);
    public static readonly SignalInfo Region = new()
    {
        Id = "region.unsupported",
        Title = "Region",
        Family = SignalFamily.Origin,
        Reason = "{2}",
        Innocent = "a traveller.",
        IsPolicy = true,
    };

    public static readonly SignalInfo Note = new()
    {
        Id = "resale.many-end-users",
        Title = "Note",
        Family = SignalFamily.Identity,
        Reason = "{0:F0}",
        Innocent = "a product.",
        IsPolicy = true,
    };

    private readonly SignalInfo _wordy;

    public ScriptedDetector(SignalInfo wordy) => _wordy = wordy;

    public string Name => "scripted";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        foreach (string word in context.Request.Conversation.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = word.Split('=');
            signals.Add(pair[0] switch
            {
                "content" => Weigh(Content, pair[1]),
                "volume" => Weigh(Volume, pair[1]),
                "wordy" => Weigh(_wordy, pair[1]),
                "note" => new Signal(Note, 0, float.Parse(pair[1], CultureInfo.InvariantCulture), 25),
                _ => new Signal(Region, 0, 1, 0, SignalTag.From(CountryCode.Parse(pair[1]))),
            });
        }
    }

    private static Signal Weigh(SignalInfo info, string weight)
    {
        float value = float.Parse(weight, CultureInfo.InvariantCulture);
        return new Signal(info, value, value, 1);
    }

    private static SignalInfo Info(string id, SignalFamily family) => new()
    {
        Id = id,
        Title = "Title of " + id,
        Family = family,
        Reason = "{0:F1} where {1:F1} is " +
            "usual",
        Innocent = "a test.",
    };
}
