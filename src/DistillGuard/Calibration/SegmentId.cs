// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Apis;
using DistillGuard.Requests;
using DistillGuard.Text;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>One segment of customers: those of one plan, or those who declared batch jobs.</summary>
/// <param name="Dimension">By what it is told apart; exactly one.</param>
/// <param name="Value">
/// The keyed hash of the plan; the <see cref="DeclaredUses"/> bit, 0 for none; the <see cref="ApiKind"/>; the <see cref="ScriptClass"/>.
/// </param>
internal readonly record struct SegmentId(SegmentDimensions Dimension, ulong Value) : IComparable<SegmentId>
{
    private const string PlanFormat = "x16";
    private const DeclaredUses Uses = DeclaredUses.Platform | DeclaredUses.Evaluation | DeclaredUses.Batch | DeclaredUses.Research;

    /// <summary>Whether a request belongs to it.</summary>
    public bool Covers(in RequestSegment request) => Dimension switch
    {
        SegmentDimensions.Plan => request.Plan == Value,
        SegmentDimensions.Kind => Value == 0 ? (request.Declared & Uses) == DeclaredUses.None : ((ulong)request.Declared & Value) != 0,
        SegmentDimensions.Api => (ulong)request.Api == Value,
        SegmentDimensions.Language => (ulong)request.Script == Value,
        _ => false,
    };

    /// <summary>What files call the value.</summary>
    public string Text => Dimension switch
    {
        SegmentDimensions.Plan => Value.ToString(PlanFormat, CultureInfo.InvariantCulture),
        SegmentDimensions.Kind => Name((DeclaredUses)Value),
        SegmentDimensions.Api => ApiKindNames.ToLogName((ApiKind)Value),
        SegmentDimensions.Language => Name((ScriptClass)Value),
        _ => string.Empty,
    };

    /// <summary>All segments but those of plans, which every deployment names itself, in order.</summary>
    public static IEnumerable<SegmentId> Known =>
    [
        new(SegmentDimensions.Kind, 0),
        .. Enum.GetValues<DeclaredUses>().Where(use => use != DeclaredUses.None).Select(use => new SegmentId(SegmentDimensions.Kind, (ulong)use)),
        .. Enum.GetValues<ApiKind>().Where(api => api != ApiKind.Unknown).Select(api => new SegmentId(SegmentDimensions.Api, (ulong)api)),
        .. Enum.GetValues<ScriptClass>().Where(script => script != ScriptClass.None).Select(script => new SegmentId(SegmentDimensions.Language, (ulong)script)),
    ];

    /// <summary>The segment that files call so; <see langword="null"/> for no such.</summary>
    public static SegmentId? Parse(SegmentDimensions dimension, string text)
    {
        if (dimension != SegmentDimensions.Plan)
        {
            return Known.Cast<SegmentId?>().FirstOrDefault(known => known!.Value.Dimension == dimension && known.Value.Text == text);
        }

        return ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong plan)
            && plan != 0
            && plan.ToString(PlanFormat, CultureInfo.InvariantCulture) == text
            ? new SegmentId(SegmentDimensions.Plan, plan)
            : null;
    }

    public int CompareTo(SegmentId other) =>
        Dimension == other.Dimension ? Value.CompareTo(other.Value) : Dimension.CompareTo(other.Dimension);

    public static bool operator <(SegmentId left, SegmentId right) => left.CompareTo(right) < 0;

    public static bool operator <=(SegmentId left, SegmentId right) => left.CompareTo(right) <= 0;

    public static bool operator >(SegmentId left, SegmentId right) => left.CompareTo(right) > 0;

    public static bool operator >=(SegmentId left, SegmentId right) => left.CompareTo(right) >= 0;

    private static string Name(DeclaredUses use) => use switch
    {
        DeclaredUses.None => "none",
        DeclaredUses.Platform => "platform",
        DeclaredUses.Evaluation => "evaluation",
        DeclaredUses.Batch => "batch",
        DeclaredUses.Research => "research",
        _ => string.Empty,
    };

    private static string Name(ScriptClass script) => script switch
    {
        ScriptClass.Latin => "latin",
        ScriptClass.Cyrillic => "cyrillic",
        ScriptClass.Han => "han",
        ScriptClass.Kana => "kana",
        ScriptClass.Hangul => "hangul",
        ScriptClass.Arabic => "arabic",
        ScriptClass.Other => "other",
        _ => string.Empty,
    };
}
