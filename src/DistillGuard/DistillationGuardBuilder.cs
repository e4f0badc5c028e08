// SPDX-License-Identifier: MIT

using System.Security.Cryptography;
using DistillGuard.Calibration;
using DistillGuard.Features;
using DistillGuard.Groups;
using DistillGuard.Rules;
using DistillGuard.Snapshots;
using DistillGuard.Subjects;
using DistillGuard.Text;

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
    private readonly RuleSetOptions _ruleOptions = new();
    private readonly List<AnalyzerRegistration> _analyzers = [];
    private CommonPieces _commonPieces = CommonPieces.None;
    private GuardCalibration? _calibration;
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

    /// <summary>Says which of the rules are wanted: how sensitive they may be, and what to make of single ones.</summary>
    public DistillationGuardBuilder ConfigureRules(Action<RuleSetOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        change(_ruleOptions);
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

    /// <summary>
    /// Adds an analyzer of groups without options; with the first analyzer the analysis plane comes to life. Adding the same one again changes
    /// nothing.
    /// </summary>
    /// <param name="name">The analyzer's name.</param>
    /// <param name="create">Makes the analyzer. Use one static function, so that repeats are recognised.</param>
    public DistillationGuardBuilder AddAnalyzer(string name, Func<IGroupAnalyzer> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        if (!_analyzers.Exists(known => known is PlainAnalyzerRegistration plain && plain.Name == name && plain.IsMadeBy(create)))
        {
            _analyzers.Add(new PlainAnalyzerRegistration(name, create));
        }

        return this;
    }

    /// <summary>
    /// Adds an analyzer of groups with options; with the first analyzer the analysis plane comes to life. Adding the same one again changes the
    /// options of the first.
    /// </summary>
    /// <typeparam name="TOptions">The options, with defaults in place.</typeparam>
    /// <param name="name">The analyzer's name.</param>
    /// <param name="change">Changes the defaults; applied, then checked, in <see cref="Build"/>.</param>
    /// <param name="create">Makes the analyzer. Use one static function, so that repeats are recognised.</param>
    public DistillationGuardBuilder AddAnalyzer<TOptions>(string name, Action<TOptions>? change, Func<TOptions, IGroupAnalyzer> create)
        where TOptions : class, IGuardOptions, new()
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        ConfiguredAnalyzerRegistration<TOptions>? registration = _analyzers
            .OfType<ConfiguredAnalyzerRegistration<TOptions>>()
            .FirstOrDefault(known => known.Name == name && known.IsMadeBy(create));
        if (registration is null)
        {
            registration = new ConfiguredAnalyzerRegistration<TOptions>(name, create);
            _analyzers.Add(registration);
        }

        if (change is not null)
        {
            registration.Change(change);
        }

        return this;
    }

    /// <summary>
    /// Sets what benign traffic looks like. Default: nothing is known of it, so whatever accounts share may link them. Setting it again
    /// replaces the first.
    /// </summary>
    /// <param name="calibration">
    /// Made with the same secret (<see cref="UseSecret"/>), or <see cref="Build"/> refuses it; <see cref="GuardCalibration.Default"/> for none.
    /// </param>
    public DistillationGuardBuilder UseCalibration(GuardCalibration calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        _calibration = calibration.IsDefault ? null : calibration;
        return this;
    }

    /// <summary>Sets template pieces that benign traffic shares, beside those of a calibration. Default: none are known.</summary>
    public DistillationGuardBuilder UseCommonPieces(CommonPieces pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        _commonPieces = pieces;
        return this;
    }

    /// <summary>Prepares everything and allocates all memory about subjects.</summary>
    /// <exception cref="GuardConfigurationException">Something is out of range, contradictory or too large; the message lists all of it.</exception>
    /// <exception cref="RuleSetException">A rule document has mistakes; the exception lists them all.</exception>
    public DistillationGuard Build()
    {
        var problems = new OptionsProblems();
        problems.Check("engine", _options);
        problems.Check("groups", _options.Groups);
        problems.Check("rules", _ruleOptions);
        CheckNames(problems);
        byte[] secret = _secret ?? RandomNumberGenerator.GetBytes(SubjectHasher.SecretLength);
        CalibrationKey key = CalibrationKey.Of(secret);
        var calibrations = new CalibrationSetup(key, _secret is not null, _options.Fusion, _commonPieces);
        calibrations.CheckKey(_calibration, problems);
        foreach (DetectorRegistration registration in _registrations)
        {
            registration.Prepare(problems);
        }

        foreach (AnalyzerRegistration registration in _analyzers)
        {
            registration.Prepare(problems);
        }

        problems.ThrowIfAny();

        CalibrationUse use = calibrations.Prepare(_calibration, problems); // the budget is in range by now
        var layout = new SubjectLayout();
        StateSlot<AccountLedger> ledger = layout.Reserve<AccountLedger>(SubjectKind.Account);
        DetectorArray detectors = CreateDetectors(layout, problems);
        List<IGroupAnalyzer> analyzers = CreateAnalyzers(problems);
        CheckMemory(layout, problems);
        problems.ThrowIfAny();
        layout.Close();

        bool forGroups = _analyzers.Count > 0;
        var memory = new SubjectMemory(layout, _options);
        var calibration = new LiveCalibration(calibrations, use);
        GroupPlane? groups = forGroups
            ? new GroupPlane(_options.Groups, calibration, new GroupAnalyzers(analyzers))
            : null;
        return new DistillationGuard(
            detectors,
            calibration,
            new SubjectHasher(secret, layout, forGroups),
            memory,
            new AccountBook(memory, ledger),
            _options.Reading,
            new LiveRules(RuleSet.Compile([.. _ruleSources], _ruleOptions)),
            forGroups ? new PieceReader(secret) : null,
            forGroups ? new SketchReader(secret) : null,
            groups)
        {
            Snapshots = _secret is null
                ? null
                : new GuardSnapshots(new SnapshotIdentity(key, layout.Slots, _options, forGroups), SnapshotFormat.BlockKey(secret), memory, groups),
        };
    }

    private DetectorArray CreateDetectors(SubjectLayout layout, OptionsProblems problems)
    {
        var stateless = new List<IDistillationDetector>();
        var stateful = new List<IDistillationDetector>();
        foreach (DetectorRegistration registration in _registrations)
        {
            int reserved = layout.Reserved;
            layout.Owner = registration.Name;
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

    private List<IGroupAnalyzer> CreateAnalyzers(OptionsProblems problems)
    {
        var analyzers = new List<IGroupAnalyzer>();
        foreach (AnalyzerRegistration registration in _analyzers)
        {
            IGroupAnalyzer? analyzer = registration.Create();
            if (analyzer is null)
            {
                problems.Add($"{registration.Name}: its factory made no analyzer; return one, or do not add it.");
                continue;
            }

            analyzers.Add(analyzer);
        }

        return analyzers;
    }

    // Asked before anything is allocated: a table that does not fit ends a process later and without a word.
    private void CheckMemory(SubjectLayout layout, OptionsProblems problems)
    {
        long groups = _analyzers.Count == 0 ? 0 : GroupPlane.BytesFor(_options.Groups);
        long needed = SubjectMemory.BytesFor(layout, _options) + groups;
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed > available)
        {
            problems.Add(
                $"engine: the subject tables would take {needed} bytes, {groups} of them for groups, and this process may use {available}; lower {nameof(GuardOptions.MaxAccounts)}, {nameof(GuardOptions.MaxOrganizations)}, {nameof(GuardOptions.MaxLinks)}, {nameof(GuardOptions.MaxSignatures)} or the limits of {nameof(GuardOptions.Groups)}, or add detectors with less state.");
        }
    }

    private void CheckNames(OptionsProblems problems)
    {
        IEnumerable<string> names = _registrations.Select(registration => registration.Name)
            .Concat(_analyzers.Select(registration => registration.Name));
        foreach (IGrouping<string, string> same in names.GroupBy(name => name, StringComparer.Ordinal))
        {
            if (same.Count() > 1)
            {
                problems.Add($"{same.Count()} different detectors are named '{same.Key}'; give each a name of its own, or findings could not say which one spoke.");
            }
        }
    }
}
