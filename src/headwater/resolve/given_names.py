"""Given names by the gender they usually tell, of our own choosing: common ones in English-language news.

Names that both men and women bear (Robin, Jordan, Taylor) are in neither table: no gender is better than a wrong one.
"""

from headwater.resolve.tables import table

MALE = table("""
    aaron abdel abdul abdullah abel abraham adam adel adnan adrian ahmad ahmed alan albert alberto alejandro
    aleksandr alexander alexei alfonso alfred ali alistair allan allen alvin ambrose amir anatoly anders
    andrei andres andrew andy angelo angus anthony anton antonio antony ari arjun arnold art arthur asad asif
    austin axel barack barry bart basil ben benedict benjamin bernard bernie bert bill billy bjorn blake bob
    bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan byron caleb calvin carl
    carlos cesar chad charles charlie chester chip chris christian christoph christopher chuck clarence clark
    claude clayton cliff clifford clint colin connor conrad corey craig curtis cyril cyrus dale damian dan
    daniel danny dario darrell darren dave david dean denis dennis derek derrick desmond devin didier diego
    dieter dimitri dirk dmitry dominic don donald doug douglas duncan dwayne dwight earl ed eddie edgar
    eduardo edward edwin eli elias elijah elliot elliott emil emilio emmanuel emmerson enrique eric erik
    ernest ernesto ethan eugene evan evgeny fabian faisal fareed farid felipe felix ferdinand fernando
    francesco francis francisco franco frank franklin franz fred freddy frederick fritz gabriel gareth garrett
    gary gavin gene geoffrey george gerald gerard gerhard gideon gilbert giorgio giovanni giuseppe glen glenn
    gonzalo gordon graham grant greg gregory guillermo gunther gus gustavo guy habib hakim hamid hank hans
    harold harris harry harvey hasan hashim hassan heinrich henri henrik henry herbert herman hiroshi horst
    howard hugh hugo hussein ian ibrahim igor ilya ioannis isaac ismail israel ivan ivo jack jacob jacques
    jaime jake jamal james jan jared jason javad javier jay jeb jeff jeffrey jeremiah jeremy jerome jerry
    jesse jesus jim jimmy joachim joao joaquin joe joel joerg johan johannes john johnny jon jonas jonathan
    jonny jorge jose josef joseph josh joshua josip juan juergen julian julio julius jurgen justin kamal karim
    karl keith ken kenneth kevin khaled khalid khalil klaus kofi konstantin kurt kyle lamar larry lars
    laurence lawrence leo leon leonard leonardo leonid leroy lester lev lewis liam lionel lloyd lorenzo lou
    louis lucas luigi luis luiz lukas luke luther magnus mahmoud malcolm manfred manuel marc marcel marcelo
    marco marcos marcus mario marius mark markus marshall martin marty marvin massimo mateo mathias matt
    matteo matthew matthias maurice mauricio max maximilian maxwell mehdi mehmet mel melvin michael michel
    miguel mike mikhail miles milton mitch mitt mohamed mohammad mohammed moritz morris moses muhammad mustafa
    nabil nasser nate nathan nathaniel ned neil nelson niall nicholas nick nicolas niels nigel nikolai nils
    noah noel norman oleg oliver olivier omar osama oscar oskar otto owen pablo paolo parker pascal patrick
    paul pavel pedro percy perry pete peter petr phil philip philippe phillip pierre piers piotr qasim rafael
    rahul raj rajiv ralph ramon ramzan randall randy raphael rashid raul ravi ray raymond reggie reince
    reinhard rene rex reza ricardo richard rick rob robert roberto rod roderick rodney rodrigo roger roland
    rolf roman ron ronald ronnie ross roy rudolf rudy rupert russ russell ryan salman salvador sam sami
    samir samuel sanjay saul scott sean sebastian sepp serge sergei sergio seth shane shaun sheldon sidney
    siegfried sigmund silvio simon spencer stan stanley stefan stefano stephan stephen steve steven stewart
    stuart sven tariq ted teddy terence terrence theo theodore thilo thomas tim timothy tobias todd tom tommy
    tony travis trevor tristan tyler tyrone udo uwe valentin vernon victor viktor vince vincent vitaly vlad
    vladimir wade wallace walter warren wayne werner wilfred wilhelm will willem william willie winston wolf
    wolfgang xavier yannick yasser yitzhak yousef youssef yuri yusuf yves zachary zaid zbigniew ziad
    """)

FEMALE = table("""
    abigail ada adele adriana agatha agnes aisha alana alejandra alessandra alexandra alexandria alice alicia
    alina alison alissa allison alma alyssa amanda amber amelia amina amy ana anastasia andrea angela angelina
    anita anja ann anna annabel anne annette annie antonia april ariana arianna astrid audrey aurora ava
    barbara beate beatrice beatriz becky belinda bernadette bernice bertha beth bethany betsy betty beverly
    bianca birgit bonnie brenda brianna bridget brigitte brittany camila camilla candace candice carla
    carlotta carly carmen carol carole carolina caroline carolyn carrie cassandra catalina catherine cathy
    cecilia celeste celia celine charlene charlotte chelsea cheryl chiara chloe christa christiane christina
    christine cindy claire clara claudia colleen connie constance consuelo cora cornelia courtney cristina
    crystal cynthia daisy dana daniela danielle daphne darlene debbie deborah debra deirdre delia denise diana
    diane dina dolores donna dora doris dorothy edith edna eileen elaine eleanor elena elisa elisabeth eliza
    elizabeth ella ellen elsa elsie emilia emily emma erica erika erin esther ethel eugenia eva evelyn fatima
    fatma felicia fiona flora florence frances francesca franziska frieda gabriela gabrielle gail genevieve
    georgia geraldine gertrude gina giovanna giulia gladys gloria grace greta gretchen gwen gwendolyn hannah
    harriet hazel heather heidi helen helena helene helga henrietta hilary hilda hillary holly hope huda huma
    ida ilse imelda ines inga ingrid irena irene irina iris irma isabel isabella isabelle ivanka ivy
    jacqueline jana jane janet janice janine jasmine jean jeanette jeanne jenna jennifer jenny jessica jill
    joan joanna joanne jocelyn johanna josephine joy joyce juanita judith judy julia juliana julie juliet june
    karen karin karla kate katharina katherine kathleen kathryn kathy katie katrina katya kayla kelly
    kellyanne kerry khadija kimberly kirsten kristen kristin kristina lara larissa laura lauren laurie layla
    lea leah leila lena leonora leticia lidia lila lillian lily linda lisa liz liza lois lola loretta lorraine
    louisa louise lourdes lucia lucinda lucy luisa lydia lynn mabel madeleine madeline magdalena maggie maja
    manuela mara marcela marcia margaret margarita margot maria mariam marian mariana marianne marie marilyn
    marina marion marissa marjorie marlene marsha marta martha martina mary maryam matilda maureen
    maxine megan megyn melania melanie melinda melissa mercedes meredith mia michaela michele michelle mildred
    mina mira miranda miriam moira molly mona monica monika muriel myra myriam nadia nadine nancy naomi
    natalia natalie natasha nicola nicole nina nora norma odile olga olivia ophelia pamela patricia patti
    paula pauline peggy penelope petra phyllis pilar polly priscilla priya rachel rania raquel rebecca regina
    renata renee rhonda rita roberta rosa rosalind rosanna rose rosemary roxanne ruth sabine sabrina sally
    salma samantha samira sandra sara sarah selina serena sharon sheila shelley sherry shirley sibylle silke
    silvia simone sonia sonja sophia sophie stacey stella stephanie sue suriya susan susana susanna susanne
    suzanne svetlana sybil sylvia tabitha tamara tania tanja tanya tara tatiana teresa tessa thelma theresa
    tiffany tina tracy trudy ursula valentina valerie vanessa vera verena veronica victoria viola violet
    virginia vivian wanda wendy whitney wilhelmina winifred yasmin yolanda yvette yvonne zainab zoe
    """)
