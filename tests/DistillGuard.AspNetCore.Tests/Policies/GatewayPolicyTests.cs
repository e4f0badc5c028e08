// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;

namespace DistillGuard.AspNetCore.Policies;

public sealed class GatewayPolicyTests
{
    [Test]
    public void Validate_Defaults_AreSound() => Assert.That(ProblemsOf(new GatewayOptions()), Is.Empty);

    [Test]
    public void Validate_EverythingWrong_ReportsEverythingAtOnceAndWhere()
    {
        var options = new GatewayOptions { MaxBodyBytes = 1, LevelHeader = "not a header" };
        options.Policies["night"] = new GatewayPolicy
        {
            Elevated = GuardAction.Refuse,
            High = GuardAction.Annotate,
            NotEvaluated = GuardAction.Refuse,
            HighPerMinute = 60,
            Appeal = new Uri("/appeal", UriKind.Relative),
        };

        IReadOnlyList<string> problems = ProblemsOf(options);

        Assert.That(
            problems.Select(problem => problem.Split(' ')[0]),
            Is.EqualTo(new[]
            {
                "MaxBodyBytes", "LevelHeader", "Policies[night].High", "Policies[night].HighPerMinute", "Policies[night].NotEvaluated", "Policies[night].Appeal",
            }));
    }

    [Test]
    public void Validate_ActionThatDoesNotExist_IsReported() =>
        Assert.That(ProblemsOf(Options(policy => policy.High = (GuardAction)9)).Single(), Does.StartWith("Default.High is 9"));

    private static GatewayOptions Options(Action<GatewayPolicy> change)
    {
        var options = new GatewayOptions();
        change(options.Default);
        return options;
    }

    private static IReadOnlyList<string> ProblemsOf(GatewayOptions options)
    {
        var problems = new OptionsProblems();
        options.Validate(problems);
        return problems.Problems;
    }
}
