namespace Nestwerk.Playbook.Trainings;

/// <summary>The addresses of trainings.</summary>
public static class TrainingLinks
{
    public const string List = "/playbook/trainings";
    public const string Mine = "/playbook/trainings/mine";
    public const string New = "/playbook/trainings/new";
    public const string Asked = "/playbook/trainings/asked";

    public static string Edit(Guid training) => $"{List}/{training}";

    /// <summary>Where an admin says which colleagues followed it.</summary>
    public static string People(Guid training) => $"{List}/{training}/people";

    public static string AskedByBook(Guid book) => $"{Asked}?book={book}";

    public static string AskedByRecipe(Guid recipe) => $"{Asked}?recipe={recipe}";
}
