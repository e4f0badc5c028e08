// SPDX-License-Identifier: MIT

namespace DistillGuard;

/// <summary>An analyzer of groups without options.</summary>
internal sealed class PlainAnalyzerRegistration : AnalyzerRegistration
{
    private readonly Func<IGroupAnalyzer> _create;

    public PlainAnalyzerRegistration(string name, Func<IGroupAnalyzer> create)
        : base(name) => _create = create;

    public bool IsMadeBy(Func<IGroupAnalyzer> create) => _create == create;

    public override void Prepare(OptionsProblems problems)
    {
        // It has no options that could be wrong.
    }

    public override IGroupAnalyzer Create() => _create();
}
