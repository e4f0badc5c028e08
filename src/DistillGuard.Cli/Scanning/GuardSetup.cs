// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Scanning;

/// <summary>The engine of a scan, built as a gateway would build it, and what it was built from.</summary>
internal sealed class GuardSetup
{
    private GuardSetup(DistillationGuard guard, string rules, string regionPolicy)
    {
        Guard = guard;
        Rules = rules;
        RegionPolicy = regionPolicy;
    }

    /// <summary>The engine.</summary>
    public DistillationGuard Guard { get; }

    /// <summary>Name and revision of the rule documents, and a checksum of all.</summary>
    public string Rules { get; }

    /// <summary>Name of the region policy; <c>none</c> when no region is unsupported.</summary>
    public string RegionPolicy { get; }

    // The keys of subjects live as long as the process: nothing hashed is written anywhere, so the secret protects nothing here. A
    // fixed one makes the same log give the same findings, whatever order the tables are walked in.
    private static ReadOnlySpan<byte> Secret => "distillguard-cli"u8;

    /// <summary>Builds the engine.</summary>
    /// <exception cref="ToolException">The rules or the region policy cannot be used.</exception>
    public static GuardSetup Build(ScanSettings settings)
    {
        DistillationGuard guard = new DistillationGuardBuilder()
            .UseSecret(Secret)
            .Configure(options => options.Fusion.Budget = options.Fusion.Budget with { PerAccountDay = settings.Budget })
            .AddRateAnomaly()
            .Build();
        return new GuardSetup(guard, "none", "none");
    }
}
