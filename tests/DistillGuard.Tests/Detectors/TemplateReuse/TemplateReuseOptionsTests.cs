// SPDX-License-Identifier: MIT

using DistillGuard.Support;

namespace DistillGuard.Detectors.TemplateReuse;

public sealed class TemplateReuseOptionsTests
{
    [Test]
    public void Build_EverythingOutOfRange_ListsAllProblemsAtOnce() =>
        Assert.That(
            BuildProblems.Of(builder => builder.AddTemplateReuse(options =>
            {
                options.ChanceOrganizations = 0.9;
                options.ReachWeight = -1;
                options.BreadthWeight = 6;
                options.MostPieces = 0;
                options.FullShare = double.NaN;
            })),
            Is.EqualTo(new[]
            {
                "template-reuse: ChanceOrganizations is 0.9; it must be from 1 to 1000.",
                "template-reuse: ReachWeight is -1; it must be from 0 to 5.",
                "template-reuse: BreadthWeight is 6; it must be from 0 to 5.",
                "template-reuse: MostPieces is 0; it must be from 1 to 10000.",
                "template-reuse: FullShare is NaN; it must be from 0.001 to 1.",
            }));

    [Test]
    public void AddTemplateReuse_Twice_ChangesTheSameOptions()
    {
        string seen = string.Empty;

        DistillationGuard guard = new DistillationGuardBuilder()
            .AddTemplateReuse(options => options.MostPieces = 7)
            .AddTemplateReuse(options => options.FullShare = 0.5)
            .AddTemplateReuse(options => seen = options.MostPieces + " " + options.FullShare)
            .Build();

        Assert.That((seen, guard.Analyzers.Count), Is.EqualTo(("7 0.5", 1)));
    }

    [Test]
    public void Analyze_OtherOptions_WeighAsTheySay()
    {
        var analyzer = new TemplateReuseAnalyzer(new TemplateReuseOptions
        {
            ChanceOrganizations = 4,
            ReachWeight = 2,
            BreadthWeight = 1,
            MostPieces = 3,
        });

        Signals.Signal signal = (Testing.GroupSample.InTurn(1, 1, 1, 1, 1, 1, 1, 1) with { Pieces = 9 }).AnalyzedBy(analyzer).Single();

        Assert.That((signal.Weight, signal.Limit), Is.EqualTo(((float)((2 * Math.Log(2)) + Math.Log(3)), 4f)));
    }
}
