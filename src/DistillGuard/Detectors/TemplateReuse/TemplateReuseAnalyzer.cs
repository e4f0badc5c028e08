// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;

namespace DistillGuard.Detectors.TemplateReuse;

/// <summary>How many unrelated organizations share a template that is rare in benign traffic, and how much of a template it is.</summary>
internal sealed class TemplateReuseAnalyzer : IGroupAnalyzer
{
    public const string AnalyzerName = "template-reuse";

    // Two that did not say what they do may come to the same template by chance.
    private const int FewestOrganizations = 3;

    private readonly TemplateReuseOptions _options;

    public TemplateReuseAnalyzer(TemplateReuseOptions options) => _options = options;

    public string Name => AnalyzerName;

    public void Analyze(in GroupView group, ref SignalBuffer signals)
    {
        // Questions without a template are for question-bank, and a tie is no template.
        int organizations = group.UndeclaredOrganizations;
        if (organizations < FewestOrganizations || group.Members.IsEmpty || group.Pool is PoolKind.Questions or PoolKind.Links)
        {
            return;
        }

        double weight = (Reach(organizations) + Breadth(in group)) * Math.Min(1, MedianShare(in group) / _options.FullShare);
        if (weight > 0)
        {
            SignalInfo info = group.Pool == PoolKind.Parameters ? TemplateReuseSignals.Parameters : TemplateReuseSignals.Template;
            signals.Add(new Signal(info, (float)weight, organizations, (float)Math.Ceiling(_options.ChanceOrganizations)));
        }
    }

    // Logarithms, because what matters is how many times more organizations than chance brings together, not how many more.
    private double Reach(int organizations) => _options.ReachWeight * Math.Log(organizations / _options.ChanceOrganizations);

    private double Breadth(in GroupView group) =>
        _options.BreadthWeight * Math.Log(Math.Clamp(group.Pieces, 1, _options.MostPieces));

    // The median: neither one account that sends nothing else nor one that only tried the template speaks for the group.
    private static double MedianShare(in GroupView group)
    {
        double[] shares = new double[group.Members.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = (double)group.Members[i].Exchanges / Math.Max(1, group.Members[i].AllExchanges);
        }

        Array.Sort(shares);
        return shares[shares.Length / 2];
    }
}
