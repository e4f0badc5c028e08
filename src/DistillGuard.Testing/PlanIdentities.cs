// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Testing;

/// <summary>Makes up the accounts of a plan.</summary>
internal static class PlanIdentities
{
    private const uint FirstAddress = 0x0A000000;
    private const int PrefixesPerPlan = 4_096;

    /// <summary>Makes them.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="number">Its number, so that no two plans share a network.</param>
    /// <param name="chance">The source of chance.</param>
    public static Identity[] Make(GroupPlan plan, int number, Random chance)
    {
        var identities = new Identity[plan.Accounts];
        for (int i = 0; i < identities.Length; i++)
        {
            int prefix = (number * PrefixesPerPlan) + (i / plan.AccountsPerPrefix);
            identities[i] = plan.Change(
                new Identity
                {
                    Account = Name(plan, string.Empty, i, 1),
                    Organization = Name(plan, "organization-", i, plan.AccountsPerOrganization),
                    Payment = Name(plan, "card-", i, plan.AccountsPerPayment),
                    Fingerprint = Name(plan, "client-", i, plan.AccountsPerFingerprint),
                    UserAgent = "sample/1.0",
                    Address = ClientAddress.FromIPv4(FirstAddress + ((uint)prefix << 8) + 1 + (uint)(i % 200)),
                    Created = plan.Start - (plan.SignUpSpan * chance.NextDouble()),
                    Declared = plan.Declared,
                },
                i);
        }

        return identities;
    }

    private static string Name(GroupPlan plan, string kind, int account, int accountsPer) =>
        string.Create(CultureInfo.InvariantCulture, $"{plan.Name}-{kind}{account / accountsPer}");
}
