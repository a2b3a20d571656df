using System.ComponentModel.DataAnnotations;

namespace Nestwerk.Shared;

static class OptionsReader
{
    /// <summary>Reads the section <c>Nestwerk</c> and refuses to start on a setting that cannot work.</summary>
    /// <exception cref="ValidationException">Says which setting is wrong and why.</exception>
    public static NestwerkOptions Checked(this IConfiguration configuration)
    {
        var options = new NestwerkOptions();
        configuration.GetSection("Nestwerk").Bind(options);
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true))
            throw new ValidationException(string.Join(Environment.NewLine, problems.Select(problem => problem.ErrorMessage)));
        return options;
    }
}
