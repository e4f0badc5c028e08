// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Detectors.RelayFanIn;

/// <summary>What <c>relay-fan-in</c> can say. Both are policy: many people behind one account are resale or a product, not distillation.</summary>
internal static class RelayFanInSignals
{
    private const string AnyProduct = "a SaaS product, an LLM gateway, a university or agency on one account; ask, and note the declared use.";

    public static readonly SignalInfo ManyEndUsers = new()
    {
        Id = "resale.many-end-users",
        Title = "Serves many end users without being declared a platform: resale or a platform is suspected",
        Family = SignalFamily.Identity,
        Reason = "about {0:F0} end users within a day or so on an account that is not declared a platform; fewer than {1:F0} pass",
        Innocent = AnyProduct,
        References = ["OWASP AISVS 11.5"],
        IsPolicy = true,
    };

    public static readonly SignalInfo ManySources = new()
    {
        Id = "resale.many-sources",
        Title = "Is used like the account of a crowd without being declared a platform: resale or a platform is suspected",
        Family = SignalFamily.Identity,
        Reason = "{0:F0} of 4 (conversations at once, clients, networks, scripts) are more than one person or team has, "
            + "on an account that is not declared a platform; fewer than {1:F0} pass",
        Innocent = "CI runners, a large team or a family that shares a key, or " + AnyProduct,
        References = ["OWASP AISVS 11.5"],
        IsPolicy = true,
    };
}
