// SPDX-License-Identifier: MIT

using System.Security.Cryptography;
using DistillGuard.Rules;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard;

/// <summary>Collects detectors and options, then prepares everything once in <see cref="Build"/>. Not thread-safe.</summary>
/// <example>
/// <code>
/// DistillationGuard guard = new DistillationGuardBuilder()
///     .AddRateAnomaly()
///     .Build();
/// </code>
/// </example>
public sealed class DistillationGuardBuilder
{
    private readonly List<DetectorRegistration> _registrations = [];
    private readonly GuardOptions _options = new();
    private readonly List<RuleSetSource> _ruleSources = [];
    private byte[]? _secret;

    /// <summary>Changes the engine's options.</summary>
    public DistillationGuardBuilder Configure(Action<GuardOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        change(_options);
        return this;
    }

    /// <summary>
    /// Sets the deployment's secret for keyed hashes. Nodes that share state, and snapshots that outlive a process, need the same
    /// one. Default: random for every build.
    /// </summary>
    /// <param name="secret">Exactly 16 bytes.</param>
    /// <exception cref="ArgumentException">The secret is not 16 bytes long.</exception>
    public DistillationGuardBuilder UseSecret(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != SubjectHasher.SecretLength)
        {
            throw new ArgumentException(
                $"The secret has {secret.Length} bytes; it must have {SubjectHasher.SecretLength}. Generate it once with a cryptographic random generator and keep it like a password.",
                nameof(secret));
        }

        _secret = secret.ToArray();
        return this;
    }

    /// <summary>
    /// Adds documents with prompt rules. All documents are compiled together in <see cref="Build"/>; a document added again, under the
    /// same name, changes nothing.
    /// </summary>
    public DistillationGuardBuilder UseRules(params IReadOnlyList<RuleSetSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        foreach (RuleSetSource source in sources)
        {
            if (!_ruleSources.Exists(known => known.Name == source.Name))
            {
                _ruleSources.Add(source);
            }
        }

        return this;
    }

    /// <summary>Adds a detector without options. Adding the same one again changes nothing.</summary>
    /// <param name="name">The detector's name.</param>
    /// <param name="create">Makes the detector; here it reserves its state slots.</param>
    public DistillationGuardBuilder Add(string name, Func<SubjectLayout, IDistillationDetector> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        if (!_registrations.Exists(known => known is PlainDetectorRegistration plain && plain.Name == name && plain.IsMadeBy(create)))
        {
            _registrations.Add(new PlainDetectorRegistration(name, create));
        }

        return this;
    }

    /// <summary>Adds a detector with options. Adding the same one again changes the options of the first.</summary>
    /// <typeparam name="TOptions">The options, with defaults in place.</typeparam>
    /// <param name="name">The detector's name.</param>
    /// <param name="change">Changes the defaults; applied, then checked, in <see cref="Build"/>.</param>
    /// <param name="create">Makes the detector; here it reserves its state slots. Use one static function, so that repeats are recognised.</param>
    public DistillationGuardBuilder Add<TOptions>(
        string name,
        Action<TOptions>? change,
        Func<TOptions, SubjectLayout, IDistillationDetector> create)
        where TOptions : class, IGuardOptions, new()
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        ConfiguredDetectorRegistration<TOptions>? registration = _registrations
            .OfType<ConfiguredDetectorRegistration<TOptions>>()
            .FirstOrDefault(known => known.Name == name && known.IsMadeBy(create));
        if (registration is null)
        {
            registration = new ConfiguredDetectorRegistration<TOptions>(name, create);
            _registrations.Add(registration);
        }

        if (change is not null)
        {
            registration.Change(change);
        }

        return this;
    }

    /// <summary>Prepares everything and allocates all memory about subjects.</summary>
    /// <exception cref="GuardConfigurationException">Something is out of range, contradictory or too large; the message lists all of it.</exception>
    /// <exception cref="RuleSetException">A rule document has mistakes; the exception lists them all.</exception>
    public DistillationGuard Build()
    {
        var problems = new OptionsProblems();
        problems.Check("engine", _options);
        CheckNames(problems);
        foreach (DetectorRegistration registration in _registrations)
        {
            registration.Prepare(problems);
        }

        problems.ThrowIfAny();

        var layout = new SubjectLayout();
        StateSlot<AccountLedger> ledger = layout.Reserve<AccountLedger>(SubjectKind.Account);
        DetectorArray detectors = CreateDetectors(layout, problems);
        CheckMemory(layout, problems);
        problems.ThrowIfAny();
        layout.Close();

        return new DistillationGuard(
            detectors,
            new FusionPolicy(_options.Fusion),
            new SubjectHasher(_secret ?? RandomNumberGenerator.GetBytes(SubjectHasher.SecretLength), layout),
            new SubjectMemory(layout, _options),
            ledger,
            _options.Reading,
            new LiveRules(RuleSet.Compile([.. _ruleSources])));
    }

    private DetectorArray CreateDetectors(SubjectLayout layout, OptionsProblems problems)
    {
        var stateless = new List<IDistillationDetector>();
        var stateful = new List<IDistillationDetector>();
        foreach (DetectorRegistration registration in _registrations)
        {
            int reserved = layout.Reserved;
            IDistillationDetector? detector = registration.Create(layout);
            if (detector is null)
            {
                problems.Add($"{registration.Name}: its factory made no detector; return one, or do not add it.");
                continue;
            }

            (layout.Reserved == reserved ? stateless : stateful).Add(detector);
        }

        return new DetectorArray(stateless, stateful);
    }

    // Asked before anything is allocated: a table that does not fit ends a process later and without a word.
    private void CheckMemory(SubjectLayout layout, OptionsProblems problems)
    {
        long needed = SubjectMemory.BytesFor(layout, _options);
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed > available)
        {
            problems.Add(
                $"engine: the subject tables would take {needed} bytes, and this process may use {available}; lower {nameof(GuardOptions.MaxAccounts)}, {nameof(GuardOptions.MaxOrganizations)} or {nameof(GuardOptions.MaxLinks)}, or add detectors with less state.");
        }
    }

    private void CheckNames(OptionsProblems problems)
    {
        foreach (IGrouping<string, DetectorRegistration> same in _registrations.GroupBy(registration => registration.Name, StringComparer.Ordinal))
        {
            if (same.Count() > 1)
            {
                problems.Add($"{same.Count()} different detectors are named '{same.Key}'; give each a name of its own, or findings could not say which one spoke.");
            }
        }
    }
}
