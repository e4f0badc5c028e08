// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>The settings read of a part, ready to be set.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
internal sealed class PreparedOptions<TOptions> : PreparedPart
{
    private readonly IReadOnlyList<Action<TOptions>> _assignments;
    private readonly Action<DistillationGuardBuilder, Action<TOptions>>? _apply;

    public PreparedOptions(
        string path, IReadOnlyList<Action<TOptions>> assignments, Action<DistillationGuardBuilder, Action<TOptions>>? apply = null)
        : base(path)
    {
        _assignments = assignments;
        _apply = apply;
    }

    /// <summary>Sets what was read.</summary>
    public void Change(TOptions options)
    {
        foreach (Action<TOptions> assign in _assignments)
        {
            assign(options);
        }
    }

    public override void Apply(DistillationGuardBuilder builder) => _apply?.Invoke(builder, Change);
}
