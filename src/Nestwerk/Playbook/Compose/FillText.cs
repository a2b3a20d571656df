using Nestwerk.Shared;

namespace Nestwerk.Playbook.Compose;

/// <summary>Says which rule gave way, and how far.</summary>
static class FillText
{
    public static string Relaxed(CompletionQuestion question, Relaxation relaxation, T t)
    {
        var (window, band) = (PlanCompletion.Window(question, relaxation), PlanCompletion.Band(question, relaxation));
        return relaxation.Rule switch
        {
            RelaxedRule.Length => t["fill.relaxed.Length", window.From, window.To],
            RelaxedRule.Band => t["fill.relaxed.Band", question.Balance.AimFromPercent, question.Balance.AimToPercent, band.From, band.To],
            RelaxedRule.Goals => t.Count("fill.relaxed.Goals", relaxation.Steps),
            RelaxedRule.GroupSize => t.Count("fill.relaxed.GroupSize", relaxation.Steps, question.People),
            RelaxedRule.None => "",
        };
    }
}
