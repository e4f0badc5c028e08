// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard;

/// <summary>A detector without options.</summary>
internal sealed class PlainDetectorRegistration : DetectorRegistration
{
    private readonly Func<SubjectLayout, IDistillationDetector> _create;

    public PlainDetectorRegistration(string name, Func<SubjectLayout, IDistillationDetector> create)
        : base(name) => _create = create;

    public bool IsMadeBy(Func<SubjectLayout, IDistillationDetector> create) => _create == create;

    public override void Prepare(OptionsProblems problems)
    {
        // It has no options that could be wrong.
    }

    public override IDistillationDetector Create(SubjectLayout layout) => _create(layout);
}
