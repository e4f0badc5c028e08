// SPDX-License-Identifier: MIT

namespace DistillGuard;

/// <summary>One analyzer of groups to be built: its name, its options and how to make it.</summary>
internal abstract class AnalyzerRegistration
{
    protected AnalyzerRegistration(string name) => Name = name;

    public string Name { get; }

    /// <summary>Makes and checks the options.</summary>
    public abstract void Prepare(OptionsProblems problems);

    public abstract IGroupAnalyzer Create();
}
