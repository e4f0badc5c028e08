// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;

namespace DistillGuard.Detectors.TemplateContent;

/// <summary>Whether a group's template says what distillation pipelines say: the weight of the prompt rules it matches.</summary>
internal sealed class TemplateContentAnalyzer : IGroupAnalyzer
{
    public const string AnalyzerName = "template-content";

    private static readonly SignalInfo Content = new()
    {
        Id = "content.group-tactic",
        Title = "The group's prompts say what distillation pipelines say",
        Family = SignalFamily.Content,
        Reason = "prompt rules that the members' exchanges match weigh {0:F1} log-odds on average; in ordinary groups less than {1:F1}",
        Innocent = "a team that makes synthetic data, evaluates models or tests their safety, lawfully and by contract.",
        References = ["MITRE ATLAS AML.T0024.002", "OWASP AISVS 11.5.3"],
    };

    private readonly TemplateContentOptions _options;

    public TemplateContentAnalyzer(TemplateContentOptions options) => _options = options;

    public string Name => AnalyzerName;

    public void Analyze(in GroupView group, ref SignalBuffer signals)
    {
        double mean = MemberAverages.Of(in group, static exchange => exchange.ContentWeight);
        double weight = Math.Min(_options.MostWeight, mean);
        if (weight > _options.LeastMean)
        {
            signals.Add(new Signal(Content, (float)weight, (float)mean, (float)_options.UsualMean));
        }
    }
}
