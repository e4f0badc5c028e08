// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>The stable codes of <see cref="RuleDiagnostic"/>. A code keeps its meaning for ever; new mistakes get new codes.</summary>
internal static class RuleDiagnosticCodes
{
    public const string Syntax = "DG1001";
    public const string TooLarge = "DG1002";
    public const string NotUtf8 = "DG1003";

    public const string UnknownMember = "DG1010";
    public const string DuplicateMember = "DG1011";
    public const string MissingMember = "DG1012";
    public const string WrongKind = "DG1013";
    public const string OutOfRange = "DG1014";
    public const string NotAllowedValue = "DG1015";
    public const string BadText = "DG1016";
    public const string BadCount = "DG1017";

    public const string Version = "DG1020";
    public const string BadId = "DG1021";
    public const string DuplicateRule = "DG1022";
    public const string TooManyRules = "DG1023";
    public const string DuplicateItem = "DG1024";

    public const string ConditionShape = "DG1030";
    public const string ConditionDepth = "DG1031";
    public const string PhraseTooShort = "DG1032";
    public const string PhraseTooLong = "DG1033";
    public const string BadPattern = "DG1034";
    public const string PatternNotLinear = "DG1035";
    public const string PropertyKind = "DG1036";
    public const string PropertyRange = "DG1037";
    public const string AlwaysTrue = "DG1038";
    public const string TooManyPhrases = "DG1039";
    public const string SlowRule = "DG1040";
    public const string UnknownFragment = "DG1041";
    public const string FragmentCycle = "DG1042";
    public const string ConditionTooLarge = "DG1043";
    public const string UnknownOverride = "DG1044";

    public const string SlowTriggers = "DG2001";
    public const string Shadowed = "DG2002";
    public const string Unreachable = "DG2003";
    public const string TooGeneral = "DG2004";
    public const string UnusedFragment = "DG2005";
    public const string NoCases = "DG2006";

    public const string PackShape = "DG3001";
    public const string PackFile = "DG3002";
    public const string PackChecksum = "DG3003";
    public const string PackSignature = "DG3004";
    public const string PackVersion = "DG3005";
}
