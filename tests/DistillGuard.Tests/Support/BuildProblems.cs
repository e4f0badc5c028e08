// SPDX-License-Identifier: MIT

namespace DistillGuard.Support;

/// <summary>What a guard that cannot be built says.</summary>
internal static class BuildProblems
{
    public static string[] Of(Action<DistillationGuardBuilder> configure)
    {
        var builder = new DistillationGuardBuilder();
        configure(builder);
        return [.. Assert.Throws<GuardConfigurationException>(() => builder.Build()).Problems];
    }
}
