// SPDX-License-Identifier: MIT

using System.Text.RegularExpressions;

namespace DistillGuard.Rules.Conditions;

/// <summary>The atom that a pattern sets when it matches near its required phrase in text of a scope.</summary>
internal readonly record struct RegexAtom(int Phrase, RoleScope Scope, int Atom, Regex Pattern);
