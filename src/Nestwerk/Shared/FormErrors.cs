using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Nestwerk.Shared;

static class FormErrors
{
    /// <summary>Puts problems found by the domain beside the fields of a form.</summary>
    /// <returns>Whether there were none, and the form itself was sound.</returns>
    public static bool Takes(this ModelStateDictionary state, T t, IEnumerable<Problem> problems, string root = "Input")
    {
        foreach (var problem in problems)
            state.AddModelError(
                root.Length == 0 || problem.Field.Length == 0 ? problem.Field : $"{root}.{problem.Field}",
                t[problem.Text, problem.Values]
            );
        return state.IsValid;
    }
}
