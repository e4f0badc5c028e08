// SPDX-License-Identifier: MIT

namespace DistillGuard;

/// <summary>An analyzer of groups with options; every repeated registration adds its changes to the same options.</summary>
internal sealed class ConfiguredAnalyzerRegistration<TOptions> : AnalyzerRegistration
    where TOptions : class, IGuardOptions, new()
{
    private readonly Func<TOptions, IGroupAnalyzer> _create;
    private readonly List<Action<TOptions>> _changes = [];
    private TOptions? _options;

    public ConfiguredAnalyzerRegistration(string name, Func<TOptions, IGroupAnalyzer> create)
        : base(name) => _create = create;

    public bool IsMadeBy(Func<TOptions, IGroupAnalyzer> create) => _create == create;

    public void Change(Action<TOptions> change) => _changes.Add(change);

    public override void Prepare(OptionsProblems problems)
    {
        _options = new TOptions();
        foreach (Action<TOptions> change in _changes)
        {
            change(_options);
        }

        problems.Check(Name, _options);
    }

    public override IGroupAnalyzer Create() => _create(_options!);
}
