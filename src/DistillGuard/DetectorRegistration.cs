// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard;

/// <summary>One detector to be built: its name, its options and how to make it.</summary>
internal abstract class DetectorRegistration
{
    protected DetectorRegistration(string name) => Name = name;

    public string Name { get; }

    /// <summary>Makes and checks the options.</summary>
    public abstract void Prepare(OptionsProblems problems);

    public abstract IDistillationDetector Create(SubjectLayout layout);
}
