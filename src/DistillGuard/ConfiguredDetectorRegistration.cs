// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard;

/// <summary>A detector with options; every repeated registration adds its changes to the same options.</summary>
internal sealed class ConfiguredDetectorRegistration<TOptions> : DetectorRegistration
    where TOptions : class, IGuardOptions, new()
{
    private readonly Func<TOptions, SubjectLayout, IDistillationDetector> _create;
    private readonly List<Action<TOptions>> _changes = [];
    private TOptions? _options;

    public ConfiguredDetectorRegistration(string name, Func<TOptions, SubjectLayout, IDistillationDetector> create)
        : base(name) => _create = create;

    public bool IsMadeBy(Func<TOptions, SubjectLayout, IDistillationDetector> create) => _create == create;

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

    public override IDistillationDetector Create(SubjectLayout layout) => _create(_options!, layout);
}
