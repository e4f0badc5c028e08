// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>Builds guards for tests: tables of a few megabytes, and the same secret every time.</summary>
internal static class TestGuard
{
    private static ReadOnlySpan<byte> Secret => "a test's secret."u8;

    public static DistillationGuard Build(Action<DistillationGuardBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        DistillationGuardBuilder builder = new DistillationGuardBuilder()
            .UseSecret(Secret)
            .Configure(options =>
            {
                options.MaxAccounts = 4_096;
                options.MaxOrganizations = 4_096;
                options.MaxLinks = 8_192;
                options.MaxCohorts = 64;
                options.MaxSignatures = 4_096;
                options.Groups.QueueLength = 1_024;
                options.Groups.MaxSketches = 2_048;
            });
        configure(builder);
        return builder.Build();
    }
}
